import { processingRegister as registerTemplate } from '@dvk/documents/templates';
import { personalData, processingRegister, type ProcessingRegister } from '@dvk/sdk/personal-data';
import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import { accounts } from '../accounts/table.ts';
import { implement, type Context } from '../http/route.ts';
import { paperFile } from '../papers/paper.ts';
import { settingsOf } from '../settings/in-force.ts';
import { webhooks } from '../webhooks/table.ts';
import { requireWholeTenant } from './rights.ts';

/** The areas whose records hold personal data of citizens or contacts. */
const telling = ['cases', 'models', 'units', 'attachments', 'assessments'];

/** The register, from how the product is set up in the tenant. */
async function registerOf(context: Context): Promise<ProcessingRegister> {
  const { db, session, now, services } = context;
  const { values } = await settingsOf(context);
  const { tenant } = session;
  const systems = await db
    .select({ name: webhooks.name })
    .from(webhooks)
    .where(and(eq(webhooks.tenant, tenant), isNull(webhooks.disabledAt)))
    .orderBy(asc(webhooks.name));
  const scopes = telling.flatMap((area) => [`${area}:read`, `${area}:write`]);
  const programs = await db
    .select({ name: accounts.name })
    .from(accounts)
    .where(
      and(
        eq(accounts.tenant, tenant),
        isNull(accounts.endedAt),
        sql`${accounts.scopes} && ${sql.param(scopes)}::text[]`,
      ),
    )
    .orderBy(asc(accounts.name));
  return processingRegister({
    office: values.office,
    own: values['processing-register'],
    retention: values.retention,
    systems: systems.map(({ name }) => name),
    programs: programs.map(({ name }) => name),
    hasMail: services.mail !== undefined,
    now,
  });
}

export const registerRoutes = [
  implement(personalData.register, async (_request, context) => {
    requireWholeTenant(personalData.register, context);
    return registerOf(context);
  }),

  implement(personalData.registerPaper, async (_request, context) => {
    requireWholeTenant(personalData.registerPaper, context);
    const register = await registerOf(context);
    return paperFile(registerTemplate, () => ({ register }), 'so-dang-ky-xu-ly-du-lieu-ca-nhan', context);
  }),
];
