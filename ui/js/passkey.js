// Asks the device for a passkey and sends its answer with the form. Where the browser cannot, the form stays hidden.
import { each } from "./each.js";

const decode = (text) => Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (c) => c.charCodeAt(0));
const encode = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer))).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");

const known = (list) => (list ?? []).map((credential) => ({ ...credential, id: decode(credential.id) }));

function options({ publicKey }, kind) {
  const asked = { ...publicKey, challenge: decode(publicKey.challenge) };
  if (kind === "get") return { publicKey: { ...asked, allowCredentials: known(publicKey.allowCredentials) } };
  const user = { ...publicKey.user, id: decode(publicKey.user.id) };
  return { publicKey: { ...asked, user, excludeCredentials: known(publicKey.excludeCredentials) } };
}

function answer({ id, rawId, type, response }) {
  const told = { clientDataJSON: encode(response.clientDataJSON) };
  for (const name of ["attestationObject", "authenticatorData", "signature", "userHandle"]) {
    if (response[name]) told[name] = encode(response[name]);
  }
  return JSON.stringify({ id, rawId: encode(rawId), type, clientExtensionResults: {}, response: told });
}

async function ask(kind, question) {
  const asked = await fetch(question, { method: "POST", headers: { accept: "application/json" } });
  if (!asked.ok) throw new Error(`the question was answered with ${asked.status}`);
  return answer(await navigator.credentials[kind](options(await asked.json(), kind)));
}

each("form[data-passkey]", (form) => {
  if (!window.PublicKeyCredential) return;
  form.hidden = false;
  const failed = form.querySelector("[data-passkey-failed]");
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    failed.textContent = "";
    try {
      form.elements.answer.value = await ask(form.dataset.passkey, form.dataset.question);
      form.submit();
    } catch {
      failed.textContent = failed.dataset.passkeyFailed;
    }
  });
});
