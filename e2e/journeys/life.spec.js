// A plan from its first goal to a new version: written, sent out, answered, decided, published, revised and extended.
import { anotherPerson, checkFits, checkPage, choose, expect, open, said, signInAs, test } from "../fixtures.js";
import { addAction, addGoal, beginPlan, editAction, sendOut } from "./writing.js";

const goal = "Barn och unga är trygga på fritiden";
const action = "Öppna fritidsgården Skutan på fredagskvällar.";
const body = "Socialförvaltningen i Björkhamra";
const comment = "Fritidsgården behöver också öppna på lördagar.";

/** Somebody at the body finds the question among her work, reads, comments and is done. */
async function answerConsultation(page, title) {
  await page.goto("/");
  await page.getByRole("link", { name: new RegExp(`Till remissen.*${title}`) }).click();
  await expect(page.getByText("Titta särskilt på fritiden.")).toBeVisible();
  await page.getByRole("combobox", { name: "Vad den gäller" }).selectOption({ index: 1 });
  await page.getByRole("textbox", { name: "Synpunkt" }).fill(comment);
  await checkPage(page);
  await page.getByRole("button", { name: "Lämna synpunkten" }).click();
  await said(page, "Synpunkten är lämnad.");
  await page.getByRole("button", { name: /^Klarmarkera/ }).click();
  await said(page, `${body} är klar med sina synpunkter.`);
}

/** The coordinator answers what came and ends the round. */
async function answerComments(page, address) {
  await page.goto(`${address}/consultations`);
  await expect(page.getByText(comment)).toBeVisible();
  await open(page, /^Svara$/);
  await page.getByRole("radio", { name: "Infört i planen" }).check();
  await page.getByRole("textbox", { name: "Svar" }).fill("Vi lägger till lördagar.");
  await checkPage(page);
  await page.getByRole("button", { name: "Spara svaret" }).click();
  await said(page, "Svaret är sparat.");
  await open(page, /^Avsluta remissen$/);
  await page.getByRole("button", { name: "Avsluta remissen" }).click();
  await said(page, "Remissen är avslutad. Alla tillfrågade ser svaren.");
}

/** The coordinator writes in the decision. */
async function adopt(page, address, number) {
  await page.goto(`${address}?version=draft`);
  await choose(page, "Arbeta med planen", "Anta planen");
  await page.getByRole("textbox", { name: "Vem som beslutade" }).fill("Kommunfullmäktige i Björkhamra");
  await page.getByLabel("Beslutsdatum").fill("2026-03-16");
  await page.getByRole("textbox", { name: "Paragraf" }).fill("§ 41");
  await page.getByRole("textbox", { name: "Diarienummer" }).fill("KS 2026/0112");
  await checkPage(page);
  await page.getByRole("button", { name: `Anta version ${number}` }).click();
}

test("a plan is written, sent out, decided, published, revised, compared and extended", async ({ page }) => {
  test.setTimeout(150_000);
  await signInAs(page, "tore-trollslanda");
  const { title, address } = await beginPlan(page, "Trygg i Björkhamra");
  await checkPage(page);
  await addGoal(page, address, "1", goal);
  await addAction(page, address, goal, "1.1", action, body);
  await expect(page.getByRole("main")).toContainText(action);
  await checkPage(page);

  const visitor = await anotherPerson(page);
  expect((await visitor.goto(address)).status(), "a draft is nobody else's").toBe(404);

  await sendOut(page, address, body);
  const reporter = await anotherPerson(page, "zlatko-zinklada");
  await answerConsultation(reporter, title);
  await answerComments(page, address);
  await reporter.goto(`${address}/consultations`);
  await expect(reporter.getByText("Vi lägger till lördagar.")).toBeVisible();

  await adopt(page, address, 1);
  await said(page, "Planen är antagen. Allmänheten ser den när du har publicerat den.");
  expect((await visitor.goto(address)).status(), "adopted is not published").toBe(404);
  await choose(page, "Arbeta med planen", "Publicering");
  await checkPage(page);
  await page.getByRole("button", { name: "Publicera" }).click();
  await said(page, "Planen är publicerad. Alla kan läsa den.");

  expect((await visitor.goto(address)).status()).toBe(200);
  await expect(visitor.getByRole("heading", { level: 1 })).toHaveText(title);
  for (const words of [action, "Kommunfullmäktige i Björkhamra", "§ 41", "KS 2026/0112"]) {
    await expect(visitor.locator("body")).toContainText(words);
  }
  await expect(visitor.locator("body")).not.toContainText(comment);

  await page.getByRole("button", { name: "Börja på en ny version" }).click();
  await said(page, "Du skriver nu på en ny version.");
  await editAction(page, address, "1.1");
  await page.getByRole("textbox", { name: "Vad som ska göras" }).fill("Öppna fritidsgården Skutan på fredagar och lördagar.");
  await page.getByRole("button", { name: "Spara" }).click();
  await said(page, "Åtgärden är sparad.");
  await visitor.reload();
  await expect(visitor.getByRole("main"), "what is decided does not change").toContainText(action);

  await page.goto(`${address}/versions`);
  await expect(page.getByRole("list", { name: "Det här har hänt" })).toContainText("Skrev in beslutet: planen är antagen");
  await checkPage(page);
  await page.getByRole("button", { name: "Jämför" }).click();
  await expect(page.getByRole("list", { name: "Antal ändringar" })).toContainText("1 ändrad");
  await expect(page.locator("ins").filter({ hasText: "lördagar" })).toBeVisible();
  await expect(page.locator("del").filter({ hasText: "fredagskvällar" })).toBeVisible();
  await checkPage(page);

  await adopt(page, address, 2);
  await said(page, "Den nya versionen är antagen. Alla kan läsa den.");
  await visitor.reload();
  await expect(visitor.getByRole("main")).toContainText("fredagar och lördagar");

  await choose(page, "Arbeta med planen", "Förläng");
  await page.getByLabel("Ny sista dag").fill("2029-12-31");
  await page.getByRole("textbox", { name: "Varför" }).fill("Nästa plan är försenad.");
  await checkPage(page);
  await page.getByRole("button", { name: "Förläng planen" }).click();
  await said(page, /^Planen är förlängd till /);
  await expect(page.locator("body")).toContainText("31 december 2029");
  await checkFits(page);
  await visitor.context().close();
  await reporter.context().close();
});
