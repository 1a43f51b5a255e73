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

const back = (path: string) => `<input type="hidden" name="back" value="${escapeHtml(path)}" />`;

const signOut = (path: string, look: string) =>
  `<form action="/dang-xuat" method="post">${back(path)}<button type="submit" class="${look}" id="sign-out">Đăng xuất</button></form>`;

/** The sign-in box at the side of a page. */
export function signInBox(person: DemoPersonOfRole | undefined, path: string): string {
  return `<div class="box box-signin" id="sign-in">
    <h2 class="box-title"><span>${person ? 'Đã đăng nhập' : 'Đăng nhập'}</span></h2>
    <div class="box-body">${person ? whoTemplate(person, path) : formTemplate(path)}</div>
  </div>`;
}

function whoTemplate(person: DemoPersonOfRole, path: string): string {
  const unit = person.unitName ? `<br />${escapeHtml(person.unitName)}` : '';
  return `<p class="who"><strong>${escapeHtml(person.name)}</strong><br />${escapeHtml(person.label)}${unit}</p>
    ${signOut(path, 'btn')}`;
}

function formTemplate(path: string): string {
  const options = demoPersons.map(({ key, label }) => `<option value="${key}">${escapeHtml(label)}</option>`).join('');
  return `<form action="/dang-nhap" method="post">${back(path)}
      <label for="sign-in-role">Vai dùng thử</label>
      <select name="role" id="sign-in-role">${options}</select>
      <button type="submit" class="btn">Đăng nhập</button>
    </form>
    <p class="note">Không cần mật khẩu: đây là trang dùng thử. Gửi và tra cứu phản ánh không cần đăng nhập.</p>`;
}

/** Who is signed in, in one line: above a desk, which takes the whole width. */
export function signInBar(person: DemoPersonOfRole, path: string): string {
  const { name, label, unitName } = person;
  const about = [label, unitName].filter((each) => each !== null).map((each) => escapeHtml(each));
  return `<div class="signin-bar" id="sign-in" role="complementary" aria-label="Đã đăng nhập">
    <p class="who"><strong>${escapeHtml(name)}</strong> · ${about.join(' · ')}</p>
    <div class="signin-tools"><dvk-notices base-url="/"></dvk-notices>${signOut(path, 'btn-tool')}</div>
  </div>`;
}
