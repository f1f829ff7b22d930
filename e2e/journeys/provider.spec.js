// Signing in through a real provider of the person's own organisation, and out again: here, and there.
import { checkPage, expect, test } from "../fixtures.js";

const label = "Björkhamra kommun";

async function leave(page) {
  await page.goto("/sign-in/password?back=/");
  await checkPage(page);
  await page.getByRole("link", { name: `Logga in med ${label}` }).click();
}

async function signIn(page, email) {
  await leave(page);
  await page.getByLabel("E-post").fill(email);
  await page.getByRole("button", { name: "Fortsätt" }).click();
}

/** From the page of one's own account, whose menu is the same on each screen. */
async function signOut(page) {
  await page.goto("/account");
  await page.getByRole("main").getByRole("button", { name: "Logga ut", exact: true }).click();
}

test("with the city's provider one lands on one's own start page, and signs out here and there", async ({ page }) => {
  await signIn(page, "wilma.wanderklot@exempel.se");
  await expect(page).toHaveURL("/");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Mitt arbete");
  await checkPage(page);
  await signOut(page);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Du är utloggad från Tryggbas");
  await checkPage(page);
  // Who is still signed in there comes in without a question.
  await leave(page);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Mitt arbete");
  await signOut(page);
  await page.getByRole("link", { name: `Logga ut från ${label}` }).click();
  await page.locator("button[value=yes], button[name=logout]").first().click();
  await expect(page).toHaveURL("/");
  await leave(page);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Björkhamra kommuns inloggning");
});

test("somebody new gets an account with the role that the groups give", async ({ page }) => {
  await signIn(page, `ny.${test.info().project.name}@exempel.se`);
  await page.goto("/account");
  await expect(page.getByRole("main")).toContainText(`Personal–${label}`);
  await expect(page.getByRole("main")).toContainText("Med organisationens inloggning");
});

test("whoever goes back or is not known is told so in words", async ({ page }) => {
  await leave(page);
  await page.getByRole("button", { name: "Avbryt" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(`Du loggade inte in hos ${label}`);
  await checkPage(page);
  await signIn(page, "ingen.alls@exempel.se");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Du har ingen roll i Tryggbas");
  await checkPage(page);
});
