import type { HelpText } from './help-text.ts';

/** The help in English. */
export const english: HelpText = {
  about:
    'dvk-server is the back end of Dân vận khéo: it keeps models, assessments and what citizens report, and answers the widgets on the portal’s pages.',
  usage: 'dvk-server <command> [options]',
  howToSet:
    'Settings are environment variables, or lines of the file dvk.env that init writes. In brackets: what holds without the variable. None is needed to try the server on one’s own machine.',
  headings: {
    usage: 'Usage',
    commands: 'Commands',
    options: 'Options',
    settings: 'Settings',
    examples: 'Examples',
  },
  commands: {
    init: 'Set up a new machine, from an empty folder: asks for (or takes from options and variables) the province, the office, the database, the sign-in service, mail and the first administrator; makes the keys, writes the settings to dvk.env, makes the database, checks all as "doctor" does, and says which command comes next. It may be run again at any time: what is there stays, what is missing is made.',
    serve:
      'Run the server until it is told to stop (Ctrl-C or SIGTERM). It first updates the database if a new version needs that. This is the command for every day, for a service or a container.',
    work: 'Do background jobs – cleaning up, sending – and answer no requests, until it is told to stop. For servers that run with DVK_WORK=apart, with the same settings and the same PostgreSQL database; several may run. Without it every "serve" does them too.',
    migrate:
      'Update the database for this version and end. For an update in two steps: first the database, then the servers.',
    'audit verify':
      'Check that nothing was changed, removed or added in the database other than through this server. Run it daily (stop a server with an embedded database first). Says what is wrong and ends with code 1 if anything is.',
    'audit anchor':
      'Print a proof of all that has happened so far, one line of text. Keep it where whoever runs this machine cannot change it; "audit verify --anchor <file>" later compares the database with it.',
    'audit seal':
      'Accept the data as it is now. Only after a change made in the database by hand and with good reason: that it was done stays on record.',
    backup:
      'Write everything – database and uploaded files, as they stand at one moment – into one encrypted file: "backup --to <file>". A PostgreSQL server may go on serving; an embedded database is open to one process, so stop its server first. The secret key is not in it: keep a copy of that elsewhere.',
    restore:
      'Fill a new, empty database and file storage with a backup: "restore --from <file>". All or nothing; every table is compared afterwards. It does not matter which kind of database the backup was made of, so this is also the way from the embedded one to PostgreSQL.',
    doctor:
      'Say in plain words what is wrong with this installation: database, secret key, clocks, disk, storage of files, sign-in, proxies, time zone, background jobs, calendar. Changes nothing. Ends with code 1 if something does not work (stop a server with an embedded database first).',
    'auth explain':
      'Read a token from standard input, and say what the server makes of it: issuer, audience, times, roles, unit, and why it is refused. The token is not printed.',
    openapi: 'Print the description of the API (OpenAPI 3.1), for programmers.',
  },
  options: {
    '--anchor <file>': 'With "audit verify": also compare with a proof that "audit anchor" printed earlier.',
    '--to <file>': 'With backup: the file to write. None is written over.',
    '--from <file>': 'With restore: the backup.',
    '--check': 'With restore: only read the backup to its end and say whether it is whole.',
    '--lang <vi|en>':
      'Language of this help, and of what commands say; without it Vietnamese where LANG says so, else English.',
    '--config <file>':
      'The file of settings. [dvk.env of the folder this runs in, if there is one]; variables of the environment come before it.',
    '--province <name> …':
      'With init, an answer each: --province, --office, --hotline, --tenant, --database <embedded|postgres://…>, --public-url, --issuer, --client-id, --client-secret-file, --storage <dir|s3>, --s3-endpoint, --s3-bucket, --s3-access-key-id, --mail <none|smtp://…>, --mail-from, --mail-user, --mail-password-file, --admin-name, --admin. The variables below give the same, and secrets: DVK_CLIENT_SECRET, DVK_MAIL_PASSWORD.',
    '-h, --help': 'Print this help.',
  },
  settings: [
    {
      title: 'Read by init alone: who is the first administrator',
      variables: {
        DVK_ADMIN:
          'What they sign in with: their verified e-mail address, or what the sign-in service calls them (sub).',
        DVK_ADMIN_NAME: 'Their name.',
      },
    },
    {
      title: 'Where the server is reached',
      variables: {
        PORT: 'Port to listen on. [8080]',
        HOST: 'Address to listen on; 0.0.0.0 for all of this machine. [127.0.0.1: this machine only]',
        DVK_ORIGINS: 'Addresses of portals on other hosts whose pages may call the API, with commas, or *. [none]',
        DVK_PAGES:
          'Folder with pages that are served beside the API, where there is no portal yet: dist/cdn of @dvk/elements. [none; init finds it]',
        DVK_TRUSTED_PROXIES:
          'How many proxies stand in front: so many are believed when they say who asks (X-Forwarded-For). [0]',
        DVK_DRAIN:
          'Seconds between SIGTERM and closing, in which /readyz says 503 and requests are still answered, so that proxies go elsewhere first. [5 with DATABASE_URL, else 0]',
      },
    },
    {
      title: 'Data and its key',
      variables: {
        DATABASE_URL: 'The PostgreSQL database, postgres://… [an embedded database in DVK_DATA]',
        DVK_DATA: 'Folder of the embedded database and of uploaded files. [.data]',
        DVK_SECRET_KEY:
          'The secret key, at least 32 random characters. Whoever has it can read contact data; without it nobody can, so keep a copy apart from the data.',
        DVK_SECRET_KEY_FILE:
          'File with the secret key. With DATABASE_URL this or DVK_SECRET_KEY is needed. [made at the first start beside DVK_DATA: .data.secret-key]',
        DVK_ANCHOR_DIR:
          'Folder in which each night a proof of all that has happened is kept (see "audit anchor"), best a share that this machine can only add to. [none are kept]',
        DVK_TEMPLATE_DIR:
          "Folder with the office's own templates of papers, made in Word: case-reply.docx, case-receipt.docx … [ours]",
      },
    },
    {
      title: 'Whom the server is for',
      variables: {
        DVK_TENANT: 'Short name of the province or Party committee, part of every record: never change it. [default]',
        DVK_PROVINCE:
          'Code of the province, two digits such as 01; places in other provinces are refused. [all are taken]',
        DVK_OFFICE_NAME: 'Name of the office that receives cases, on forms and receipts. [Bộ phận tiếp nhận]',
        DVK_OFFICE_HOTLINE: 'Telephone number of that office, for citizens to call. [none]',
      },
    },
    {
      title: 'Sign-in: a sign-in service (OpenID Connect) says who people are',
      variables: {
        DVK_ISSUER: 'The sign-in service: its name in tokens (iss), an https address. [everybody is anonymous]',
        DVK_AUDIENCE: 'Name of this API in its tokens (aud), where pages or the portal send tokens.',
        DVK_JWKS_URL: 'Address of its public keys, where it does not publish that itself (discovery). [it does]',
        DVK_ROLE_NAMES:
          'The portal’s names of roles and ours: theirs=ours,theirs=ours. Names not listed give no role. Ours: citizen, unit-officer, unit-leader, appraiser, secretariat, inspector, administrator. [everybody signed in is a citizen]',
        DVK_ROLES_CLAIM: 'Where a token says the roles; dots lead into objects: realm_access.roles. [roles]',
        DVK_UNIT_CLAIM: 'Where a token says the id of the person’s unit. [unit_id]',
        DVK_IDENTIFIER_CLAIM:
          'Where a token says what people of the list are invited by, where it is not their e-mail address: a staff number.',
        DVK_TENANT_CLAIM: 'Where a token says the province or committee of the person. [tenant]',
        DVK_CLOCK_SKEW: 'By how many seconds its clock may differ from ours, 300 at most. [30]',
        DVK_ISSUERS_FILE:
          'A JSON file that lists further sign-in services, each with whom it may sign in: staff by one, citizens by another. [none]',
      },
    },
    {
      title: 'Sign-in through this server: for portals that have no tokens; browsers get a cookie',
      variables: {
        DVK_PUBLIC_URL:
          'The https address by which browsers reach this server: what stands before /v1 and /auth. Needed here.',
        DVK_CLIENT_ID: 'As what the sign-in service of DVK_ISSUER knows this server. [tokens alone are taken]',
        DVK_CLIENT_SECRET: 'Its secret there. [none: a public client]',
        DVK_CLIENT_SECRET_FILE: 'Or a file with that secret.',
        DVK_CLIENT_SCOPE: 'What the service is asked to tell. [openid profile email]',
        DVK_ISSUER_LABEL: 'What people call this account, where there are several to choose from. [its host]',
        DVK_SESSION_IDLE: 'Minutes without a request after which one must sign in again. [60]',
        DVK_SESSION_LIFETIME: 'Minutes after which one must sign in again in any case. [720]',
        DVK_RECENT_SIGN_IN:
          'Minutes after which one must sign in again for what weighs much: giving roles, keys, settings. [15]',
      },
    },
    {
      title: 'Background jobs',
      variables: {
        DVK_WORK:
          'With DATABASE_URL: here, or apart where "dvk-server work" runs for them. [here: serve does them too]',
      },
    },
    {
      title: 'Mail: tells citizens of results and staff of work; needs DVK_PUBLIC_URL for the link that ends it',
      variables: {
        DVK_MAIL_SERVER:
          'Mail server: smtp://host:port, or smtps://host:port if encrypted from the beginning. [no mail is sent]',
        DVK_MAIL_USER: 'Name to sign in there with. [no sign-in]',
        DVK_MAIL_PASSWORD: 'Its password.',
        DVK_MAIL_PASSWORD_FILE: 'Or file with the password.',
        DVK_MAIL_FROM: 'Who writes: an address, or a name with an address: Standing office <dvk@province.example>.',
        DVK_MAIL_PORTAL: 'The page of the portal that letters lead to. [they lead nowhere]',
        DVK_MAIL_DKIM_SELECTOR: 'Name of the DKIM key of the sender’s domain; letters are signed with it. [not signed]',
        DVK_MAIL_DKIM_KEY_FILE: 'File with the secret DKIM key (PEM).',
      },
    },
    {
      title: 'Webhooks: tell other systems what has happened',
      variables: {
        DVK_WEBHOOK_HOSTS: 'Hosts of the closed network that may be told, with commas. [the Internet alone, by https]',
      },
    },
    {
      title: 'Uploaded files',
      variables: {
        DVK_STORAGE: 'Where files are kept: dir (a folder) or s3 (an S3 service). [dir]',
        DVK_STORAGE_DIR: 'With dir: the folder. [files in DVK_DATA]',
        DVK_S3_ENDPOINT: 'With s3: address of the service, without the bucket.',
        DVK_S3_BUCKET: 'With s3: name of the bucket.',
        DVK_S3_ACCESS_KEY_ID: 'With s3: the access key.',
        DVK_S3_SECRET_ACCESS_KEY: 'With s3: the secret of the access key.',
        DVK_S3_REGION: 'With s3: region of the bucket. [us-east-1]',
        DVK_S3_PREFIX: 'With s3: put before the name of every file. [nothing]',
        DVK_UPLOADS_CALLER: 'MiB of files a day from one visitor’s address or one citizen. [256]',
        DVK_UPLOADS_TENANT: 'MiB of files a day from all visitors and citizens together. [4096]',
      },
    },
    {
      title: 'Watching the server',
      variables: {
        DVK_LOG_LEVEL: 'How much is logged: trace, debug, info, warn, error or silent. [info]',
        DVK_METRICS_TOKEN: 'Token for whoever reads /metrics (Prometheus). [there is no /metrics]',
      },
    },
    {
      title: 'Backups',
      variables: {
        DVK_BACKUP_PASSPHRASE: 'The passphrase that encrypts and opens backups, at least 12 characters.',
        DVK_BACKUP_PASSPHRASE_FILE: 'File with the passphrase.',
        DVK_BACKUP_RECIPIENTS:
          'Instead of a passphrase: public keys of age (age1…), with commas. Then this machine cannot read its own backups.',
        DVK_BACKUP_IDENTITY_FILE: 'To restore what was made for public keys: file with the secret key of age.',
      },
    },
  ],
  examples: [
    {
      title: 'A new machine, in an empty folder:',
      lines: ['dvk-server init', 'dvk-server serve'],
    },
    { title: 'Try it on this machine; the data goes to .data:', lines: ['dvk-server serve'] },
    {
      title: 'A province, with PostgreSQL:',
      lines: [
        'export DATABASE_URL=postgres://dvk@db.internal/dvk',
        'export DVK_SECRET_KEY_FILE=/etc/dvk/secret-key',
        'dvk-server serve',
      ],
    },
    {
      title: 'Every night: check the data, and keep a proof elsewhere:',
      lines: ['dvk-server audit verify && dvk-server audit anchor > /mnt/elsewhere/anchor-$(date +%F).json'],
    },
    {
      title: 'Every night: a backup on another disk, looked at once it is there:',
      lines: [
        'export DVK_BACKUP_PASSPHRASE_FILE=/etc/dvk/backup-passphrase',
        'f=/mnt/elsewhere/dvk-$(date +%F).age',
        'dvk-server backup --to $f && dvk-server restore --check --from $f',
      ],
    },
  ],
  more: 'Ends with code 0 when all went well, 1 when something is wrong, 2 for a command or an option it does not know.',
};
