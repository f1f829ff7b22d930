// Everything can be done without a mouse; keys beyond Tab and Enter are comfort, and need scripts.
import { checkFits, expect, said, scripts, signInAs, test } from "../fixtures.js";

const focused = (page) => page.locator(":focus");

/** Goes on with Tab until something has focus, as somebody does who looks for it. */
async function tabTo(page, target) {
  for (let step = 0; step < 60; step += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  await expect(target).toBeFocused();
}

test("the first stop of the Tab key leads past the menu to the contents", async ({ page }) => {
  await page.goto("/plans");
  await page.keyboard.press("Tab");
  await expect(focused(page)).toHaveText("Till innehållet");
  await expect(focused(page)).toBeInViewport();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/#main$/);
  await page.keyboard.press("Tab");
  expect(await focused(page).evaluate((element) => Boolean(element.closest("main")))).toBe(true);
});

test("each stop of the Tab key can be seen", async ({ page }) => {
  await signInAs(page, "coordinator", "/plans");
  for (let step = 0; step < 15; step += 1) {
    await page.keyboard.press("Tab");
    await expect(focused(page)).toBeInViewport();
    const drawn = await focused(page).evaluate((element) => {
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
      return (outlineStyle !== "none" && parseFloat(outlineWidth) >= 2) || boxShadow !== "none";
    });
    expect(drawn, await focused(page).evaluate((element) => element.outerHTML.slice(0, 120))).toBe(true);
  }
});

// A shortcut is comfort; without scripts search is reached by Tab.
test("the slash key goes to search, except while one writes @scripts", async ({ page }) => {
  await page.goto("/plans");
  const search = page.getByRole("searchbox", { name: "Sök i hela Tryggbas" });
  await page.keyboard.press("/");
  await expect(search).toBeFocused();
  await expect(search).toHaveValue("");
  await page.keyboard.type("skola/fritid");
  await expect(search).toHaveValue("skola/fritid");
});

test("search is reached and sent with Tab and Enter", async ({ page }) => {
  await page.goto("/plans");
  await tabTo(page, page.getByRole("searchbox", { name: "Sök i hela Tryggbas" }));
  await page.keyboard.type("våld");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/search\?q=v%C3%A5ld/);
});

test("a menu opens with Enter, is walked with Tab and closes with Escape", async ({ page }) => {
  await page.goto("/plans/county-plan");
  const menu = page.locator("details.menu").filter({ hasText: "Ladda ner" });
  const words = menu.locator("summary");
  await tabTo(page, words);
  await page.keyboard.press("Enter");
  await expect(menu).toHaveAttribute("open", "");
  await page.keyboard.press("Tab");
  await expect(menu.getByRole("link").first()).toBeFocused();
  await checkFits(page);
  if (scripts()) {
    await page.keyboard.press("Escape");
    await expect(menu).not.toHaveAttribute("open", "");
  } else {
    await page.keyboard.press("Shift+Tab");
    await page.keyboard.press("Enter");
    await expect(menu).not.toHaveAttribute("open", "");
  }
  await expect(words).toBeFocused();
});

test("a refused form leads to its fields, and is then sent with the keyboard alone", async ({ page }) => {
  await signInAs(page, "tore-trollslanda", "/plans/new");
  await tabTo(page, page.getByRole("button", { name: "Börja skriva" }));
  await page.keyboard.press("Enter");
  await expect(page.getByText(/Rätta följande/)).toBeVisible();
  if (scripts()) await expect(focused(page)).toContainText(/Rätta följande/);
  await tabTo(page, page.getByRole("main").locator("a[href='#title']"));
  await page.keyboard.press("Enter");
  if (!scripts()) await page.keyboard.press("Tab");
  const title = `Med tangentbordet ${Date.now().toString(36)}`;
  await tabTo(page, page.getByRole("textbox", { name: "Titel" }));
  await page.keyboard.type(title);
  await page.keyboard.press("Tab");
  await page.keyboard.type("2027");
  await page.keyboard.press("Enter");
  await said(page, `Utkastet ”${title}” är skapat.`);
});
