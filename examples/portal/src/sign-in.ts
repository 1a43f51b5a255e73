import { demoPersons, type DemoIssuer, type DemoPersonOfRole } from '@dvk/demo';
import type { Authenticator } from '@dvk/server';
import { escapeHtml } from './security.ts';

/**
 * Who is signed in, by name of the role. It is not signed: on this portal anyone may choose any role, so there is
 * nothing to protect. A real portal keeps its own session here.
 */
export const signInCookie = 'portal-role';

const lifetime = 60 * 60 * 1000;

/** The demo person that a cookie header names. */
export function signedInPerson(cookies: string | null): DemoPersonOfRole | undefined {
  const key = new RegExp(`(?:^|;\\s*)${signInCookie}=([\\w-]+)`).exec(cookies ?? '')?.[1];
  return demoPersons.find((person) => person.key === key);
}

/** The cookie that signs a person in, or out for `undefined`. */
export function cookieFor(key: string | undefined): string {
  const attributes = 'Path=/; HttpOnly; SameSite=Strict';
  return demoPersons.some((person) => person.key === key)
    ? `${signInCookie}=${key}; ${attributes}`
    : `${signInCookie}=; Max-Age=0; ${attributes}`;
}

/**
 * Lets the API know who is signed in to the portal. The portal speaks for its visitor with a signed token of the demo
 * issuer, as a portal's back end does with the token of its own sign-in service; the API verifies it like any other.
 */
export function portalAuthenticator(issuer: DemoIssuer): Authenticator {
  const tokens = new Map<string, { token: Promise<string>; until: number }>();

  function tokenOf(person: DemoPersonOfRole): Promise<string> {
    let known = tokens.get(person.key);
    if (!known || known.until < Date.now()) {
      known = { token: issuer.issue(person), until: Date.now() + lifetime };
      tokens.set(person.key, known);
    }
    return known.token;
  }

  return {
    async authenticate(request, tenant) {
      const person = signedInPerson(request.headers.get('cookie'));
      if (!person || request.headers.has('authorization')) return issuer.authenticate(request, tenant);
      const headers = { authorization: `Bearer ${await tokenOf(person)}` };
      return issuer.authenticate(new Request(request.url, { headers }), tenant);
    },
  };
}

/** The sign-in box of every page. */
export function signInBox(person: DemoPersonOfRole | undefined, path: string): { title: string; html: string } {
  const back = `<input type="hidden" name="back" value="${escapeHtml(path)}" />`;
  if (person) {
    const unit = person.unitName ? `<br />${escapeHtml(person.unitName)}` : '';
    return {
      title: 'Đã đăng nhập',
      html: `<p class="who"><strong>${escapeHtml(person.name)}</strong><br />${escapeHtml(person.label)}${unit}</p>
        <form action="/dang-xuat" method="post">${back}<button type="submit" class="btn" id="sign-out">Đăng xuất</button></form>`,
    };
  }
  const options = demoPersons.map(({ key, label }) => `<option value="${key}">${escapeHtml(label)}</option>`).join('');
  return {
    title: 'Đăng nhập',
    html: `<form action="/dang-nhap" method="post">${back}
        <label for="sign-in-role">Vai dùng thử</label>
        <select name="role" id="sign-in-role">${options}</select>
        <button type="submit" class="btn">Đăng nhập</button>
      </form>
      <p class="note">Không cần mật khẩu: đây là trang dùng thử. Gửi và tra cứu phản ánh không cần đăng nhập.</p>`,
  };
}
