// Signing in without the demo's role picker: with password and code everywhere, with a passkey where scripts run.
import { account, checkPage, code, demo, expect, open, said, signInAs, test } from "../fixtures.js";

/** Somebody no other project signs in as at the same time: a code is good once. */
function somebody() {
  const people = demo.accounts.filter(({ role }) => role === "staff" || role === "principal");
  return people[["wide", "wide-without-javascript", "phone", "phone-without-javascript"].indexOf(test.info().project.name)];
}

async function signIn(page, { email, password, totp_secret: secret }) {
  await page.goto("/sign-in/password?back=/account");
  await checkPage(page);
  await page.getByLabel("E-post").fill(email);
  await page.getByLabel("Lösenord").fill(password);
  await page.getByRole("button", { name: "Logga in", exact: true }).click();
  await checkPage(page);
  await page.getByLabel("Kod").fill(code(secret));
  await page.getByRole("button", { name: "Logga in", exact: true }).click();
  if (!page.url().endsWith("/account")) {
    // Whoever runs the journeys twice has used this code already: the next one is good too.
    await page.getByLabel("Kod").fill(code(secret, 1));
    await page.getByRole("button", { name: "Logga in", exact: true }).click();
  }
  await expect(page).toHaveURL(/\/account$/);
}

test("somebody signs in with password and code, and sees where they are signed in", async ({ page }) => {
  const person = somebody();
  await signIn(page, person);
  await expect(page.getByText(person.email)).toBeVisible();
  await expect(page.getByRole("row").filter({ hasText: "Den här" })).toHaveCount(1);
  await checkPage(page);
});

test("a wrong password is answered with a sentence, and the same one for nobody", async ({ page }) => {
  const words = [];
  for (const email of [account("auditor").email, "ingen.alls@exempel.se"]) {
    await page.goto("/sign-in/password");
    await page.getByLabel("E-post").fill(email);
    await page.getByLabel("Lösenord").fill("fel lösenord");
    await page.getByRole("button", { name: "Logga in", exact: true }).click();
    await expect(page.getByRole("alert").first()).toContainText("E-post och lösenord stämmer inte");
    await expect(page.getByLabel("E-post")).toHaveValue(email);
    await expect(page.getByLabel("Lösenord")).toHaveValue("");
    words.push(await page.getByRole("alert").first().innerText());
  }
  expect(words[0]).toBe(words[1]);
});

test("an app is added by its letters, and recovery codes are made", async ({ page }) => {
  await signInAs(page, "programme_coordinator", "/account");
  for (const path of ["/account/second-factor", "/account/password", "/account/recovery-codes", "/account/passkeys/new"]) {
    await page.goto(path);
    await checkPage(page);
  }
  await page.goto("/account/second-factor");
  await page.getByRole("button", { name: "Byt app" }).click();
  await expect(page.getByRole("img", { name: "Fyrkant för appen" })).toBeVisible();
  await checkPage(page);
  await page.getByRole("link", { name: "Avbryt" }).click();
  await page.goto("/account/recovery-codes");
  await page.getByRole("button", { name: "Skapa nya koder" }).click();
  await expect(page.getByRole("main").locator("code")).toHaveCount(10);
  await checkPage(page);
});

test("a passkey is added and signs in; once removed it does not @scripts", async ({ page }) => {
  const device = await page.context().newCDPSession(page);
  await device.send("WebAuthn.enable");
  await device.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  const person = somebody();
  const name = `Telefon ${Date.now().toString(36)}`;
  await signInAs(page, person.id, "/account/passkeys/new");
  await page.getByLabel("Vad ska den heta?").fill(name);
  await page.getByRole("button", { name: "Lägg till" }).click();
  await said(page, "Passnyckeln är tillagd");
  await open(page, "Meny");
  await page.getByRole("button", { name: "Logga ut" }).first().click();
  await said(page, "Du är utloggad");

  await page.goto("/sign-in/password?back=/account");
  await page.getByRole("button", { name: "Logga in med passnyckel" }).click();
  await expect(page).toHaveURL(/\/account$/);
  await expect(page.getByText(person.email)).toBeVisible();
  const row = page.getByRole("row").filter({ hasText: name });
  await expect(row).toContainText("Användes senast");
  await checkPage(page);

  await row.getByRole("button", { name: "Ta bort" }).click();
  await said(page, "Passnyckeln är borttagen");
  await page.goto("/sign-in/password");
  await page.getByRole("button", { name: "Logga in med passnyckel" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Passnyckeln gick inte att använda");
});
