// An administrator adds somebody, who comes in by an invitation; somebody is away; somebody leaves and somebody else takes over.
import { account, anotherPerson, checkPage, expect, said, setUp, signInAs, test, unique } from "../fixtures.js";

/** Adds a person with a role at the administrator's own unit, and returns name and address. */
async function add(page, first, role) {
  const name = unique(first);
  const email = `${name.toLowerCase().replaceAll(/[^a-z0-9]/g, "")}@exempel.se`;
  await page.goto("/organisation/people/new");
  await page.getByLabel("Namn", { exact: true }).fill(name);
  await page.getByLabel("E-post").fill(email);
  const unit = page.getByRole("combobox", { name: /^Enhet/ });
  await unit.selectOption({ label: account("administrator").unit });
  await page.getByRole("radio", { name: role, exact: true }).check();
  await page.getByRole("button", { name: "Lägg till personen" }).click();
  await said(page, `${name} är tillagd.`);
  return { name, email };
}

test("somebody is added, invited, comes in once and is shown out", async ({ page }) => {
  test.setTimeout(90_000);
  await signInAs(page, "administrator", "/organisation/people");
  await checkPage(page);
  await page.getByRole("link", { name: "Ny person" }).first().click();
  await checkPage(page);
  await page.getByRole("button", { name: "Lägg till personen" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Ny person" })).toBeVisible();
  const { name } = await add(page, "Nora Nykomling", "Rapportör");
  await checkPage(page);
  const person = page.url();
  await page.getByRole("button", { name: "Gör en inbjudan" }).click();
  await checkPage(page);
  const link = await page.locator("#invitation-link").textContent();

  const newcomer = await anotherPerson(page);
  await newcomer.goto(link);
  await checkPage(newcomer);
  await newcomer.getByRole("button", { name: "Tacka ja och logga in" }).click();
  await newcomer.goto("/account");
  await expect(newcomer.getByRole("complementary", { name: "Fakta" })).toContainText(name);
  const late = await anotherPerson(page);
  await late.goto(link);
  await expect(late.getByRole("heading", { level: 1 })).toHaveText("Länken går inte att använda");

  await page.goto(person);
  await page.getByRole("link", { name: "Stäng kontot" }).click();
  await checkPage(page);
  await page.getByRole("button", { name: "Stäng kontot" }).click();
  await said(page, `Kontot för ${name} är stängt.`);
  await checkPage(page);
  await newcomer.goto("/account");
  await expect(newcomer).toHaveURL(/\/sign-in/);
  await newcomer.context().close();
  await late.context().close();
});

test("who leaves writes to whoever comes after, who finds it among their work", async ({ page }) => {
  test.setTimeout(90_000);
  await signInAs(page, "administrator");
  const leaving = await add(page, "Gunvor Gårhem", "Godkännare");
  await page.getByRole("link", { name: /^Avsluta/ }).click();
  await checkPage(page);
  await page.getByRole("button", { name: "Spara sista dagen" }).click();
  await said(page, `Rollen för ${leaving.name} är avslutad eller har fått en sista dag.`);
  await page.getByRole("link", { name: /^Överlämning/ }).click();
  await checkPage(page);
  await page.getByLabel("Vad behöver den som tar över veta?").fill("Nyckeln hänger i skåpet.");
  await page.getByRole("button", { name: "Spara" }).click();
  await said(page, "Det du skrev är sparat.");

  await add(page, "Nils Nästa", "Godkännare");
  await page.getByRole("button", { name: "Gör en inbjudan" }).click();
  const link = await page.locator("#invitation-link").textContent();
  const next = await anotherPerson(page);
  await next.goto(link);
  await next.getByRole("button", { name: "Tacka ja och logga in" }).click();
  await setUp(next);
  const card = next.getByRole("article").filter({ hasText: leaving.name });
  await card.getByRole("link", { name: /Läs överlämningen/ }).click();
  await expect(next.getByText("Nyckeln hänger i skåpet.")).toBeVisible();
  await checkPage(next);
  await next.getByRole("button", { name: "Jag har tagit över" }).click();
  await said(next, `Du har tagit över efter ${leaving.name}.`);
  await next.context().close();
});

test("a deputy is chosen, and the pages of permissions and invitations can be read", async ({ page }) => {
  await signInAs(page, "coordinator", "/delegations");
  await checkPage(page);
  await page.getByRole("link", { name: "Välj ersättare" }).click();
  await page.getByRole("button", { name: "Spara ersättaren" }).click();
  await page.getByLabel("Ersättarens e-post").fill("ingen@exempel.se");
  await page.getByLabel("Sista dag").fill("2099-01-01");
  await page.getByRole("button", { name: "Spara ersättaren" }).click();
  await checkPage(page);
  await expect(page.getByRole("heading", { level: 1, name: "Välj ersättare" })).toBeVisible();
  await signInAs(page, "administrator", "/organisation/permissions");
  await checkPage(page);
  await page.goto("/organisation/invitations");
  await checkPage(page);
  await page.goto("/organisation/functions");
  await page.getByRole("link", { name: "Ny funktion" }).click();
  await checkPage(page);
});
