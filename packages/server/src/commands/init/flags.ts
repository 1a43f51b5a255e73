/** The options of `init`, each for the setting that it gives. Secrets have none: others on the machine see what is typed. */
export const initFlags = {
  province: 'DVK_PROVINCE',
  office: 'DVK_OFFICE_NAME',
  hotline: 'DVK_OFFICE_HOTLINE',
  tenant: 'DVK_TENANT',
  database: 'DATABASE_URL',
  'public-url': 'DVK_PUBLIC_URL',
  issuer: 'DVK_ISSUER',
  'client-id': 'DVK_CLIENT_ID',
  'client-secret-file': 'DVK_CLIENT_SECRET_FILE',
  storage: 'DVK_STORAGE',
  's3-endpoint': 'DVK_S3_ENDPOINT',
  's3-bucket': 'DVK_S3_BUCKET',
  's3-access-key-id': 'DVK_S3_ACCESS_KEY_ID',
  mail: 'DVK_MAIL_SERVER',
  'mail-from': 'DVK_MAIL_FROM',
  'mail-user': 'DVK_MAIL_USER',
  'mail-password-file': 'DVK_MAIL_PASSWORD_FILE',
  admin: 'DVK_ADMIN',
  'admin-name': 'DVK_ADMIN_NAME',
} as const;

export type InitFlag = keyof typeof initFlags;
export const initFlagNames = Object.keys(initFlags) as InitFlag[];
