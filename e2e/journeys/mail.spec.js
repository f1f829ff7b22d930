// What goes out by mail, as the demonstration's outbox shows it: a forgotten password, and a link for somebody without an account.
import { anotherPerson, checkPage, code, demo, expect, said, signInAs, test, unique } from "../fixtures.js";
import { addAction, addGoal, beginPlan, sendOut } from "./writing.js";

const body = "Socialförvaltningen i Björkhamra";
const comment = "Fritidsgården behöver också öppna på lördagar.";

/** Somebody whom no other journey signs in: the password is another one afterwards. */
function somebody() {
  const people = demo.accounts.filter(({ role }) => role === "board_member");
  return people[["wide", "wide-without-javascript", "phone", "phone-without-javascript"].indexOf(test.info().project.name)];
}

/** What a mail to an address says, read in the outbox by an administrator. It is there as soon as the background work has been round. */
async function letter(page, email, kind) {
  const administrator = await anotherPerson(page, "david-dovhjort");
  const row = administrator.getByRole("row").filter({ hasText: email }).filter({ hasText: kind }).first();
  await expect(async () => {
    await administrator.goto("/outbox");
    await expect(row).toBeVisible({ timeout: 500 });
  }).toPass();
  await checkPage(administrator);
  await row.getByRole("link").first().click();
  await checkPage(administrator);
  const href = await administrator.locator(".card a").first().getAttribute("href");
  await administrator.context().close();
  return href;
}

test("whoever has forgotten the password chooses a new one by a link, and still needs the code", async ({ page }) => {
  test.setTimeout(120_000);
  const { email, totp_secret: secret } = somebody();
  const password = unique("Kastanjer rullar nedför backen");
  await page.goto("/sign-in/password");
  await page.getByRole("link", { name: "Glömt lösenordet?" }).click();
  await checkPage(page);
  await page.getByLabel("E-post").fill(email);
  await page.getByRole("button", { name: "Skicka länken" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Titta i din e-post");
  await checkPage(page);

  const link = await letter(page, email, "Länk till nytt lösenord");
  await page.goto(link);
  await checkPage(page);
  await page.getByLabel("Nytt lösenord").fill(password);
  await page.getByRole("button", { name: "Spara lösenordet" }).click();
  await expect(page, "the code is asked for").toHaveURL(/\/sign-in/);
  await page.goto("/sign-in/password?back=/account");
  await page.getByLabel("E-post").fill(email);
  await page.getByLabel("Lösenord").fill(password);
  await page.getByRole("button", { name: "Logga in", exact: true }).click();
  await page.getByLabel("Kod").fill(code(secret));
  await page.getByRole("button", { name: "Logga in", exact: true }).click();
  await expect(page).toHaveURL(/\/account$/);
  await page.goto(link);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Länken går inte att använda");
});

test("a police officer without an account comments for a body by a link, and reaches nothing else", async ({ page }) => {
  test.setTimeout(120_000);
  const goal = "Barn och unga är trygga på fritiden";
  await signInAs(page, "tore-trollslanda");
  const { address } = await beginPlan(page, "Trygg med polisen");
  await addGoal(page, address, "1", goal);
  await addAction(page, address, goal, "1.1", "Öppna fritidsgården Skutan på fredagskvällar.", body);
  await sendOut(page, address, body);
  await page.goto(`${address}/consultations`);
  await page.getByRole("link", { name: "Svarslänkar" }).click();
  await checkPage(page);
  await page.getByRole("button", { name: "Gör länken" }).click();
  await expect(page.locator(".error-summary")).toContainText("Namn: Fyll i det här fältet.");
  const email = `${unique("polis").replaceAll(" ", "-").toLowerCase()}@exempel.se`;
  await page.getByRole("combobox", { name: "Från" }).selectOption({ label: body });
  await page.getByLabel("Namn").fill("Pia Patrullsson");
  await page.getByLabel("E-post", { exact: true }).fill(email);
  await page.getByRole("radio", { name: "Skicka den med e-post" }).check();
  await page.getByRole("button", { name: "Gör länken" }).click();
  await said(page, `Svarslänken är på väg till ${email}.`);
  await checkPage(page);

  const officer = await anotherPerson(page);
  await officer.goto(await letter(page, email, "Svarslänk"));
  await checkPage(officer);
  await officer.getByRole("button", { name: "Läs och svara" }).click();
  await expect(officer.getByText("Titta särskilt på fritiden.")).toBeVisible();
  await officer.getByRole("textbox", { name: "Synpunkt" }).fill(comment);
  await checkPage(officer);
  await officer.getByRole("button", { name: "Lämna synpunkten" }).click();
  await said(officer, "Synpunkten är lämnad.");
  expect((await officer.goto("/organisation/people")).status()).toBe(401);
  await checkPage(officer);
  expect((await officer.goto(address)).status()).toBe(404);

  await page.goto(`${address}/consultations`);
  await expect(page.getByText(comment)).toBeVisible();
  await page.getByRole("link", { name: "Svarslänkar" }).click();
  await page.getByRole("button", { name: /^Dra in/ }).click();
  await said(page, "Svarslänken till Pia Patrullsson är indragen.");
  await officer.goto(`${address}/consultations`);
  await expect(officer).toHaveURL(/\/sign-in/);
  await officer.context().close();
});
