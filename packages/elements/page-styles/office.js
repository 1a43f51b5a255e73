/* Các trang có sẵn: đăng nhập, đăng xuất qua máy chủ trên cùng địa chỉ. */
const signInAddress = (again) => {
  const wishes = new URLSearchParams({ back: location.href });
  if (again) wishes.set('again', '1');
  return `/auth/sign-in?${wishes}`;
};

document.addEventListener('dvk-sign-in', (event) => location.assign(signInAddress(event.again)));

const part = (id) => document.getElementById(id);

part('sign-in').addEventListener('click', () => location.assign(signInAddress(false)));
part('sign-out').action = `/auth/sign-out?${new URLSearchParams({ back: location.href })}`;

const response = await fetch('/v1/session', { headers: { accept: 'application/json' } }).catch(() => undefined);
if (response?.ok) {
  const { subject, name } = await response.json();
  part('sign-in').hidden = subject !== null;
  part('sign-out').hidden = subject === null;
  part('name').textContent = subject === null ? '' : (name ?? subject);
}
