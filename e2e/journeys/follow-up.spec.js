// From plan to yearly status report, by five people: a coordinator, who asks; a reporter; an approver; a second coordinator, who
// publishes; and somebody who reads what was published.
import { anotherPerson, checkFits, checkPage, choose, download, expect, open, said, signInAs, test } from "../fixtures.js";
import { addAction, addGoal, beginPlan } from "./writing.js";

const goal = "Barn och unga är trygga på fritiden";
const body = "Socialförvaltningen i Björkhamra";
const told = "Fritidsgården har öppnat på fredagar. Sjuttio unga kommer varje vecka.";

/** A plan with one action that the body leads, adopted and published. */
async function adoptedPlan(page) {
  const plan = await beginPlan(page, "Trygga kvällar");
  await addGoal(page, plan.address, "1", goal);
  await addAction(page, plan.address, goal, "1.1", "Öppna fritidsgården Skutan på fredagskvällar.", body);
  await page.goto(`${plan.address}?version=draft`);
  await choose(page, "Arbeta med planen", "Anta planen");
  await page.getByRole("textbox", { name: "Vem som beslutade" }).fill("Kommunfullmäktige i Björkhamra");
  await page.getByLabel("Beslutsdatum").fill("2026-01-16");
  await page.getByRole("textbox", { name: "Paragraf" }).fill("§ 7");
  await page.getByRole("textbox", { name: "Diarienummer" }).fill("KS 2026/0007");
  await page.getByRole("button", { name: "Anta version 1" }).click();
  await said(page, /^Planen är antagen/);
  await choose(page, "Arbeta med planen", "Publicering");
  await page.getByRole("button", { name: "Publicera" }).click();
  return plan;
}

/** The coordinator sees who is to answer and opens the round. Returns its address. */
async function openRound(page, title) {
  await page.goto("/rounds");
  await checkPage(page);
  await page.getByRole("link", { name: "Öppna en insamling" }).first().click();
  const option = page.locator("select[name=subject] option").filter({ hasText: title });
  await page.locator("select[name=subject]").selectOption(await option.getAttribute("value"));
  await page.getByRole("button", { name: "Visa vem som ska svara" }).click();
  await expect(page.getByRole("main")).toContainText("1 åtgärd, 1 mål");
  await checkPage(page);
  await page.getByRole("button", { name: "Öppna insamlingen" }).click();
  await said(page, /är öppnad/);
  await checkPage(page);
  return new URL(page.url()).pathname;
}

/** The reporter finds the task in my work, keeps a draft, goes to the evidence and back, is told what is missing, and hands in both. */
async function report(page, title) {
  await page.goto("/");
  const card = page.getByRole("main").getByRole("link", { name: new RegExp(title) });
  await card.first().click();
  await checkPage(page);
  await page.getByRole("link", { name: "Svara på nästa" }).click();
  await page.getByRole("textbox", { name: /^Vad har ni gjort/ }).fill(told);
  await page.getByRole("button", { name: "Lägg till underlag" }).click();
  await said(page, "Utkastet är sparat.");
  await checkPage(page);
  await page.getByRole("textbox", { name: "Länk" }).fill("https://exempel.se/fritidsgarden");
  await page.getByRole("button", { name: "Lägg till" }).click();
  await said(page, "Underlaget är tillagt.");
  await page.getByRole("link", { name: "Tillbaka till svaret" }).click();
  await expect(page.getByRole("textbox", { name: /^Vad har ni gjort/ }), "the way there saved it").toHaveValue(told);
  await page.getByRole("button", { name: "Spara utkast" }).click();
  await said(page, "Utkastet är sparat.");
  await expect(page.getByRole("textbox", { name: /^Vad har ni gjort/ })).toHaveValue(told);
  await page.getByRole("button", { name: "Lämna in" }).click();
  await expect(page.getByRole("alert")).toContainText("Hur långt har ni kommit");
  await expect(page.getByRole("textbox", { name: /^Vad har ni gjort/ }), "nothing is lost").toHaveValue(told);
  await checkPage(page);
  await page.getByRole("radio", { name: "Pågår" }).check();
  await page.getByRole("button", { name: "Lämna in" }).click();
  await said(page, /^Inlämnat: 1\.1/);
  await page.getByRole("radio", { name: "Kommer att uppnås" }).check();
  await page.getByRole("textbox", { name: /^Varför/ }).fill("Vi ligger i fas.");
  await page.getByRole("button", { name: "Lämna in" }).click();
  await said(page, /^Inlämnat: 1 /);
}

/** The approver wants more, the reporter gives it, takes it back once and gives it again, and the approver is content. */
async function review(approver, reporter, round) {
  await approver.goto("/");
  await approver.getByRole("link", { name: /^Granska.*Socialförvaltningen/ }).first().click();
  await approver.goto(`${round}?kind=action`);
  await approver.goto(`${round}`);
  await approver.getByRole("link", { name: body }).first().click();
  await approver.getByRole("link", { name: "Godkänn alla 2 inlämnade" }).click();
  await checkPage(approver);
  await approver.getByRole("link", { name: "Avbryt" }).click();
  await approver.getByRole("link", { name: /^1\.1/ }).click();
  await expect(approver.getByRole("main")).toContainText(told);
  await checkPage(approver);
  await open(approver, /^Skicka tillbaka för komplettering$/);
  await approver.getByRole("textbox", { name: "Vad behöver kompletteras?" }).fill("Hur många är flickor?");
  await approver.getByRole("button", { name: "Skicka tillbaka med kommentar" }).click();
  await said(approver, /^Skickat tillbaka/);
  const address = new URL(approver.url()).pathname;

  await reporter.goto(address);
  await expect(reporter.getByRole("main")).toContainText("Hur många är flickor?");
  await checkPage(reporter);
  await reporter.getByRole("textbox", { name: /^Vad har ni gjort/ }).fill(`${told} Hälften är flickor.`);
  await reporter.getByRole("button", { name: "Lämna in" }).click();
  await said(reporter, /^Inlämnat: 1\.1/);
  await reporter.goto(address);
  await checkPage(reporter);
  await reporter.getByRole("button", { name: /^Ta tillbaka/ }).click();
  await said(reporter, /^Svaret är ett utkast igen/);
  await reporter.getByRole("button", { name: "Lämna in" }).click();
  await said(reporter, /^Inlämnat: 1\.1/);

  await approver.goto(address);
  await expect(approver.getByRole("main")).toContainText("Hälften är flickor.");
  await approver.getByRole("button", { name: "Godkänn", exact: true }).click();
  await said(approver, /^Godkänt: 1\.1 .*Här är nästa/);
  await checkPage(approver);
  await approver.getByRole("link", { name: /^Alla uppgifter/ }).first().click();
  await checkPage(approver);
  await approver.getByRole("link", { name: "Granska nästa" }).click();
  await approver.getByRole("button", { name: "Godkänn", exact: true }).click();
  await said(approver, /^Godkänt: 1 /);
}

/** The coordinator writes her analysis beside the figures and freezes the report. Returns its address. */
async function writeReport(page, title) {
  await page.goto("/status-reports/new");
  const option = page.locator("select[name=plan] option").filter({ hasText: title });
  await page.locator("select[name=plan]").selectOption(await option.getAttribute("value"));
  await page.getByRole("textbox", { name: "År" }).fill("2026");
  await page.getByRole("button", { name: "Börja på rapporten" }).click();
  await said(page, /^Rapporten är påbörjad/);
  const address = new URL(page.url()).pathname;
  await checkPage(page);
  await page.getByRole("link", { name: "Analys" }).first().click();
  await page.getByRole("textbox", { name: "Text" }).fill("Fler unga har någonstans att vara på fredagar.");
  await checkPage(page);
  await page.getByLabel("Klarmarkera avsnittet").check();
  await page.getByRole("button", { name: "Spara", exact: true }).click();
  await said(page, /klarmarkerat/);
  await page.goto(address);
  await page.getByRole("link", { name: "Frys rapporten" }).click();
  await checkPage(page);
  await page.getByRole("checkbox").check();
  await page.getByRole("button", { name: "Frys rapporten" }).click();
  await said(page, "Rapporten är fryst.");
  return address;
}

test("a plan is followed up by those who promised, and the year's report is published", async ({ page }) => {
  test.setTimeout(240_000);
  await signInAs(page, "tore-trollslanda");
  const { title } = await adoptedPlan(page);
  const round = await openRound(page, title);
  const reporter = await anotherPerson(page, "zlatko-zinklada");
  await report(reporter, title);
  const approver = await anotherPerson(page, "ake-akerbar");
  await review(approver, reporter, round);

  await page.goto(round);
  await expect(page.getByRole("main")).toContainText("2 av 2");
  await checkPage(page);
  await download(page, `${round}/overview.xlsx`, "xlsx");
  await page.goto(`${round}/reminders`);
  await checkPage(page);
  await page.goto(`${round}/changes`);
  await checkPage(page);

  const address = await writeReport(page, title);
  const visitor = await anotherPerson(page);
  expect((await visitor.goto(address)).status(), "what is frozen is not published").toBe(404);
  const publisher = await anotherPerson(page, "wilma-wanderklot");
  await publisher.goto(address);
  await publisher.getByRole("link", { name: "Publicera" }).first().click();
  await checkPage(publisher);
  await publisher.getByRole("button", { name: "Publicera" }).click();
  await said(publisher, "Rapporten är publicerad.");

  expect((await visitor.goto(address)).status()).toBe(200);
  await checkPage(visitor);
  await visitor.getByRole("link", { name: new RegExp(goal) }).first().click();
  await expect(visitor.getByRole("main")).toContainText("Fler unga har någonstans att vara på fredagar.");
  await expect(visitor.getByRole("main")).toContainText("1 aktör av 1 bedömer");
  await expect(visitor.locator("body"), "the bodies' own words are not published").not.toContainText("Hälften är flickor");
  await checkPage(visitor);
  await checkFits(visitor);
  for (const kind of ["pdf", "docx", "xlsx"]) {
    await visitor.goto(address);
    const href = await visitor.locator(`a[href*="/editions/"][href$=".${kind}"]`).first().getAttribute("href");
    await download(visitor, href, kind);
  }
  for (const other of [reporter, approver, publisher, visitor]) {
    await other.context().close();
  }
});

test("the year wheel shows when things are due, and a calendar can follow it", async ({ page }) => {
  await signInAs(page, "tore-trollslanda", "/calendar");
  await checkPage(page);
  await page.goto("/calendar/feed");
  await checkPage(page);
  await page.goto("/expectations");
  await checkPage(page);
});
