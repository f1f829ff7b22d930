// A certified provider of OpenID Connect (oidc-provider) as the city of the example would have one: whoever gives an address of
// e-mail there is signed in with it. Started by bin/test: node provider.js PORT ADDRESS-OF-THE-SITE
import Provider from "oidc-provider";

const [port, site] = process.argv.slice(2);
const issuer = `http://localhost:${port}`;

/** Who somebody is, by the address they sign in with. Whoever is called new belongs to a group that gives a role. */
function person(email) {
  const claims = { sub: `bjorkhamra-${email}`, email, email_verified: true, name: "Nova Nykomling" };
  return { accountId: email, claims: () => ({ ...claims, groups: email.startsWith("ny.") ? ["personal"] : [] }) };
}

const provider = new Provider(issuer, {
  clients: [
    {
      client_id: "tryggbas",
      client_secret: "only-for-the-example",
      redirect_uris: [`${site}/sign-in/with/bjorkhamra/return`],
      post_logout_redirect_uris: [`${site}/`],
    },
  ],
  claims: { openid: ["sub"], email: ["email", "email_verified"], profile: ["name", "groups"] },
  cookies: { keys: ["only for the example"] },
  pkce: { required: () => true },
  features: { devInteractions: { enabled: false } },
  interactions: { url: (_, { uid }) => `/interaction/${uid}` },
  ttl: { AccessToken: 60, Grant: 3600, IdToken: 60, Interaction: 600, Session: 3600 },
  findAccount: (_, id) => person(id),
  loadExistingGrant: grant,
});

/** What the application asks for is granted: it is the city's own. */
async function grant({ oidc }) {
  const granted = new provider.Grant({ clientId: oidc.client.clientId, accountId: oidc.session.accountId });
  granted.addOIDCScope("openid email profile");
  await granted.save();
  return granted;
}

const form = `<!doctype html><html lang="sv"><title>Björkhamra</title><h1>Björkhamra kommuns inloggning</h1>
<form method="post"><label>E-post <input name="email" type="email"></label> <button>Fortsätt</button></form>
<form method="post"><button name="no" value="1">Avbryt</button></form>`;

provider.use(async (context, next) => {
  if (!context.path.startsWith("/interaction/")) return next();
  if (context.method === "GET") {
    context.type = "html";
    context.body = form;
    return;
  }
  let text = "";
  for await (const piece of context.req) text += piece;
  const fields = new URLSearchParams(text);
  const result = fields.has("no")
    ? { error: "access_denied", error_description: "the person went back" }
    : { login: { accountId: fields.get("email") } };
  context.redirect(await provider.interactionResult(context.req, context.res, result));
});

provider.listen(Number(port), "127.0.0.1");
