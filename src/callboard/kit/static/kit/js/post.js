// What the page sends by script: a form with the token of this page.
const token = () => JSON.parse(document.body.getAttribute("hx-headers:inherited") ?? "{}")["X-CSRFToken"] ?? "";

export const headers = () => ({ "HX-Request": "true", "HX-Current-URL": location.href, "X-CSRFToken": token() });

export function post(url, values, options = {}) {
  const body = values instanceof FormData ? values : new URLSearchParams(values);
  return fetch(url, { method: "POST", body, headers: headers(), ...options });
}
