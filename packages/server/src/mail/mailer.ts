import { createTransport } from 'nodemailer';

/** A mail server, and who writes. */
export interface MailOptions {
  /** `smtp://host:port`, or `smtps://host:port` where the connection is encrypted from its beginning. */
  server: URL;
  user?: string | undefined;
  password?: string | undefined;
  /** Who writes: an address, or a name with an address in angle brackets. */
  from: string;
  /** Signs letters in the name of the sender's domain. */
  dkim?: { selector: string; privateKey: string } | undefined;
  /** Where links in letters lead: the address at which browsers reach this server, with a slash at its end. */
  links: URL;
  /** The page of the portal that letters lead to. */
  portal?: URL | undefined;
  /** Milliseconds that the mail server may be silent. */
  patience?: number;
}

/** A letter to one address. */
export interface Letter {
  /** The same whenever it is sent, so that a mail server that has it already can tell. */
  id: string;
  to: string;
  subject: string;
  text: string;
  html: string;
  /** The address that ends all mail to this recipient, by one POST (RFC 8058). */
  stop: URL;
}

export interface Mailer {
  /** Where links in letters lead. */
  readonly links: URL;
  readonly portal: URL | undefined;
  /**
   * Sends a letter.
   *
   * @throws MailFailure
   */
  send(letter: Letter): Promise<void>;
  /** Whether the mail server answers and lets this server in. */
  verify(): Promise<void>;
  close(): void;
}

const seconds = 1000;
const isHere = (host: string) => /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(host);

/** The address in `Name <address>`. */
export const addressIn = (from: string): string => /<([^<>]+)>\s*$/.exec(from)?.[1] ?? from.trim();

/** Why a letter did not go out: in words without an address, and whether trying again would change nothing. */
export class MailFailure extends Error {
  override readonly name = 'MailFailure';
  readonly isPermanent: boolean;

  constructor(message: string, isPermanent: boolean) {
    super(message);
    this.isPermanent = isPermanent;
  }
}

/** A failure in words without an address: the answer of a mail server often repeats it. */
function failureOf(error: unknown): MailFailure {
  const { code = 'unknown', responseCode } = error as { code?: string; responseCode?: number };
  const answer = responseCode === undefined ? code : `${responseCode}`;
  // What is wrong with who may send is for an administrator to set right: then it goes out.
  const isPermanent =
    responseCode !== undefined && responseCode >= 500 && (code === 'EENVELOPE' || code === 'EMESSAGE');
  const message = isPermanent ? 'The mail server refused the letter' : 'The mail server could not be used';
  return new MailFailure(`${message} (${answer})`, isPermanent);
}

/** Sends letters through a mail server, over a few connections that are kept for a while. */
export function createMailer(options: MailOptions): Mailer {
  const { server, user, password, from, dkim, links, portal, patience = 30 * seconds } = options;
  const secure = server.protocol === 'smtps:';
  const domainName = addressIn(from).split('@')[1]!;
  const transport = createTransport({
    pool: true,
    maxConnections: 2,
    maxMessages: 100,
    host: server.hostname.replace(/^\[|\]$/g, ''),
    port: Number(server.port) || (secure ? 465 : 587),
    secure,
    // A password goes over no open line but to this machine.
    requireTLS: user !== undefined && !secure && !isHere(server.hostname),
    ...(user !== undefined && { auth: { user, pass: password ?? '' } }),
    connectionTimeout: patience,
    greetingTimeout: patience,
    socketTimeout: patience,
    disableFileAccess: true,
    disableUrlAccess: true,
    ...(dkim && { dkim: { domainName, keySelector: dkim.selector, privateKey: dkim.privateKey } }),
  });
  // Without a listener it would end the process; whoever sends gets the error itself.
  transport.on('error', () => {});
  return {
    links,
    portal,
    async send({ id, to, subject, text, html, stop }) {
      try {
        await transport.sendMail({
          messageId: `<${id}@${domainName}>`,
          from,
          to: { name: '', address: to },
          subject,
          text,
          html,
          headers: {
            'List-Unsubscribe': `<${stop.href}>`,
            'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
            'Auto-Submitted': 'auto-generated',
          },
        });
      } catch (error) {
        throw failureOf(error);
      }
    },
    async verify() {
      await transport.verify();
    },
    close: () => transport.close(),
  };
}
