// Every journey runs four times: on a wide screen and on a phone, with and without JavaScript.
// One that asks only what the server answers is marked @once and runs on the wide screen; one that needs scripts is marked @scripts.
import { defineConfig } from "@playwright/test";

const screens = {
  wide: { width: 1280, height: 900 },
  phone: { width: 360, height: 740 },
};

const projects = Object.entries(screens).flatMap(([name, viewport]) => [
  { name, use: { viewport }, grepInvert: name === "wide" ? undefined : /@once/ },
  { name: `${name}-without-javascript`, use: { viewport, javaScriptEnabled: false }, grepInvert: /@once|@scripts/ },
]);

export default defineConfig({
  testDir: "journeys",
  outputDir: "results",
  reporter: "list",
  forbidOnly: true,
  workers: 2,
  timeout: 30_000,
  projects,
  use: {
    baseURL: process.env.TRYGGBAS_URL,
    locale: "sv-SE",
    timezoneId: "Europe/Stockholm",
    actionTimeout: 10_000,
    screenshot: "only-on-failure",
    launchOptions: {
      executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
});
