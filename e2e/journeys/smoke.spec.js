// What a visitor meets who never signs in: the start page, the plans, who promised what, search, and the promise of accessibility.
import { checkAxe, checkFits, checkPage, expect, open, signInAs, test } from "../fixtures.js";

const county = "Handlingsplan för ett län utan våld 2024–2027";

test("the start page greets whoever comes", async ({ page }) => {
  const answer = await page.goto("/");
  expect(answer.ok()).toBe(true);
  await checkPage(page);
  await checkAxe(page);
});

test("a visitor reads a published plan, an action in it and what its actor has promised", async ({ page }) => {
  await page.goto("/");
  await page.getByRole("link", { name: "Läs planerna" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Planer" })).toBeVisible();
  await checkPage(page);

  await page.getByRole("main").getByRole("link", { name: county }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(county);
  await expect(page.locator("main h2")).toHaveCount(await page.locator("main h2[id]").count());
  await checkPage(page);

  await page.getByRole("main").getByRole("link", { name: "1.1", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Åtgärd 1.1");
  await expect(page.getByRole("link", { name: /Nästa: 1\.2/ })).toBeVisible();
  await checkPage(page);

  await page.getByRole("main").getByRole("link", { name: "Länsstyrelsen i Mälarskärs län" }).first().click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Länsstyrelsen i Mälarskärs län");
  await checkFits(page);
  await page.goto("/bodies?q=Kriminalvården");
  await page.getByRole("main").getByRole("link", { name: "Kriminalvården", exact: true }).click();
  await expect(page.getByRole("navigation", { name: "Aktörens del" })).toContainText("Leder");
  await checkPage(page);
});

test("a visitor reads a plan by actor, its indicators and its versions", async ({ page }) => {
  await page.goto("/plans");
  await page.getByRole("main").getByRole("link", { name: county }).click();
  for (const view of ["Efter aktör", "Indikatorer", "Versioner"]) {
    await page.getByRole("navigation", { name: "Planens vyer" }).getByRole("link", { name: view }).click();
    await expect(page.getByRole("link", { name: view, exact: true }).first()).toHaveAttribute("aria-current", "page");
    await checkPage(page);
  }
});

test("a visitor searches and finds an action", async ({ page }) => {
  await page.goto("/search");
  await page.getByLabel("Vad letar du efter?").fill("kontaktförbud");
  await page.keyboard.press("Enter");
  await expect(page.getByText(/träffar på ”kontaktförbud”/)).toBeVisible();
  await checkPage(page);
  await page.getByRole("main").getByRole("heading", { level: 3 }).getByRole("link").first().click();
  await expect(page.getByRole("main")).toContainText("kontaktförbud");
});

test("a search without a hit says what to try", { tag: "@once" }, async ({ page }) => {
  await page.goto("/search?q=xyzzyx");
  await expect(page.getByText("Inget stämmer med ”xyzzyx”")).toBeVisible();
  await checkPage(page);
});

test("the accessibility statement is one step from every page", async ({ page }) => {
  await page.goto("/plans");
  await page.getByRole("link", { name: "Tillgänglighetsredogörelse" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Tillgänglighetsredogörelse");
  await expect(page.getByRole("heading", { name: "Brister vi känner till" })).toBeVisible();
  await checkPage(page);
});

test("the role picker offers the demo's accounts", async ({ page }) => {
  await page.goto("/sign-in");
  await expect(page.getByRole("button", { name: /^Fortsätt som/ }).first()).toBeVisible();
  await checkPage(page);
});

test("a coordinator signs in and goes from her work to the plans", async ({ page }) => {
  await signInAs(page, "coordinator");
  await expect(page.getByRole("heading", { level: 1, name: "Mitt arbete" })).toBeVisible();
  await checkPage(page);
  const link = page.getByRole("navigation").getByRole("link", { name: "Planer", exact: true }).locator("visible=true");
  // On a phone the chapters are folded into the menu.
  if ((await link.count()) === 0) await open(page, "Meny");
  await link.first().click();
  await expect(page.getByRole("heading", { level: 1, name: "Planer" })).toBeVisible();
  await checkPage(page);
});

test("a visitor does not see what is not published, nor whether it exists", async ({ page }) => {
  for (const address of ["/no-such-page", "/plans/00000000000000000000", "/plans/no-such-plan"]) {
    const answer = await page.goto(address);
    expect(answer.status(), address).toBe(404);
    await expect(page.getByRole("main").getByRole("link").first()).toBeVisible();
  }
  await checkPage(page);
});

test("the site speaks English when asked, and remembers a dark look", async ({ page }) => {
  await page.goto("/plans");
  await open(page, "Meny");
  await page.getByRole("button", { name: "In English" }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await expect(page.getByRole("heading", { level: 1, name: "Plans" })).toBeVisible();
  await open(page, "Menu");
  await page.getByRole("button", { name: "Dark" }).click();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await page.goto("/bodies");
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
});
