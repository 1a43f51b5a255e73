// The widget asks for a sign-in; the portal leads there and back again. What was typed meanwhile is kept.
document.addEventListener('dvk-sign-in', () => {
  location.assign(`/sign-in?${new URLSearchParams({ back: location.pathname + location.search })}`);
});
