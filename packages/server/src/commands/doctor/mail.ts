import { createMailer, type MailOptions } from '../../mail/mailer.ts';
import { bad, good, look, type Finding } from './finding.ts';

/** Milliseconds that the mail server may take. */
const patience = 5000;

/** Whether the mail server answers and lets this server in; no letter is sent. */
export async function checkMail(options: MailOptions | undefined): Promise<Finding[]> {
  if (!options)
    return [
      look(
        'Chưa đặt máy chủ thư (DVK_MAIL_SERVER): thông báo chỉ có trên cổng, người dân không nhận được thư',
        'There is no mail server (DVK_MAIL_SERVER): notices stand on the portal alone, and citizens receive no mail',
      ),
    ];
  const mailer = createMailer({ ...options, patience });
  const { host } = options.server;
  try {
    await mailer.verify();
    return [good(`Máy chủ thư ${host} trả lời`, `The mail server ${host} answers`)];
  } catch (error) {
    const { code = '', responseCode } = error as { code?: string; responseCode?: number };
    const answer = [code, responseCode].filter(Boolean).join(' ');
    if (code === 'EAUTH')
      return [
        bad(
          `Máy chủ thư ${host} không cho đăng nhập (${answer}): hãy kiểm tra DVK_MAIL_USER và mật khẩu`,
          `The mail server ${host} refuses the sign-in (${answer}): check DVK_MAIL_USER and the password`,
        ),
      ];
    return [
      bad(
        `Máy chủ thư ${host} không dùng được (${answer}): hãy kiểm tra DVK_MAIL_SERVER và tường lửa`,
        `The mail server ${host} cannot be used (${answer}): check DVK_MAIL_SERVER and the firewall`,
      ),
    ];
  } finally {
    mailer.close();
  }
}
