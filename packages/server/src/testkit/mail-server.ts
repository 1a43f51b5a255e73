import { once } from 'node:events';
import type { Socket } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

/**
 * What a mail server does with a letter: takes it, refuses it for good, has no time, never answers, ends the connection before it has it, or
 * takes it and ends the connection before it says so.
 */
export type MailManner = 'accept' | 'refuse' | 'busy' | 'hang' | 'break' | 'drop';

/** A letter as it arrived. */
export interface Arrived {
  to: string[];
  /** As it came over the line. */
  raw: string;
}

/** A real mail server. */
export interface MailServer {
  port: number;
  url: URL;
  manner: MailManner;
  /** What arrived, by `Message-ID`: a second one of the same is the same letter. */
  letters: Map<string, Arrived[]>;
  /** How many connections began. */
  connections: number;
  stop(): Promise<void>;
  /** Listens again where it did before. */
  start(): Promise<void>;
}

const failure = (responseCode: number, message: string) => Object.assign(new Error(message), { responseCode });

/** Starts a mail server that does what it is told. */
export async function startMailServer(options: SMTPServerOptions = {}): Promise<MailServer> {
  let running: SMTPServer | undefined;
  const cut = () => {
    for (const each of running!.connections as unknown as Set<{ _socket: Socket }>) each._socket.destroy();
  };
  const mail: MailServer = {
    port: 0,
    url: new URL('smtp://127.0.0.1'),
    manner: 'accept',
    letters: new Map(),
    connections: 0,
    async start() {
      running = new SMTPServer({
        disabledCommands: ['STARTTLS', ...(options.onAuth ? [] : ['AUTH'])],
        allowInsecureAuth: true,
        logger: false,
        onConnect(_session, done) {
          mail.connections += 1;
          done();
        },
        onRcptTo({ address }, _session, done) {
          if (mail.manner === 'refuse') return done(failure(550, `no such user ${address}`));
          if (mail.manner === 'busy') return done(failure(451, `try later ${address}`));
          return done();
        },
        async onData(stream, { envelope }, done) {
          if (mail.manner === 'break') return cut();
          const raw = (await buffer(stream)).toString('utf8');
          if (mail.manner === 'hang') return undefined;
          const id = /^message-id: *(.+)$/im.exec(raw)?.[1] ?? '';
          const to = envelope.rcptTo.map(({ address }) => address);
          mail.letters.set(id, [...(mail.letters.get(id) ?? []), { to, raw }]);
          return mail.manner === 'drop' ? cut() : done();
        },
        ...options,
      });
      running.on('error', () => {});
      running.listen(mail.port, '127.0.0.1');
      await once(running.server, 'listening');
      mail.port = (running.server.address() as { port: number }).port;
      mail.url = new URL(`smtp://127.0.0.1:${mail.port}`);
    },
    async stop() {
      cut();
      await new Promise<void>((resolve) => running!.close(() => resolve()));
    },
  };
  await mail.start();
  return mail;
}
