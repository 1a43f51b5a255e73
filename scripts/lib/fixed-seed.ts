/**
 * Makes properties choose the same values on every run, so that a run fails for what was changed and for nothing else.
 * To search for what nobody thought of: `DVK_SEED=$RANDOM pnpm test sdk`.
 */
import * as fc from 'fast-check';

fc.configureGlobal({ seed: Number(process.env['DVK_SEED'] ?? 20_261_129) });
