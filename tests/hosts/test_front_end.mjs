// A case is entered into the page of examples/front-end by keyboard alone, in three languages; what the page says is what
// the program `ombud` says of the same case. `test_front_end.sh` calls it.
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { isDeepStrictEqual } from 'node:util';

const [modules, executablePath, ombud, folder] = process.argv.slice(2);
const require = createRequire(join(modules, 'any.js'));
const { chromium } = require('playwright-core');
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const examples = join(dirname(fileURLToPath(import.meta.url)), '../../examples/cases');
const address = pathToFileURL(join(folder, 'page/index.html')).href;

let passed = 0, failed = 0;
function is(what, good, seen) {
  if (good) {
    passed++;
  } else {
    failed++;
    console.log(`failed: ${what}${seen === undefined ? '' : `\n    ${typeof seen === 'string' ? seen : JSON.stringify(seen)}`}`);
  }
}

// Where two values first differ, and what stands there in each.
function difference(got, wanted, path = '') {
  const inside = value => (value && typeof value === 'object' ? Object.keys(value) : []);
  const key = inside(wanted).length ? inside(got).find(key => !isDeepStrictEqual(got[key], wanted[key])) : undefined;
  return key === undefined ? { path, got, wanted } : difference(got[key], wanted[key], `${path}.${key}`);
}

const same = (what, got, wanted) => is(what, isDeepStrictEqual(got, wanted), difference(got, wanted));

// The program's JSON, without the name of the file, which the page has none of. It ends with 1 on a verdict that is not `permitted`.
function program(...words) {
  let text;
  try {
    text = execFileSync(ombud, words, { encoding: 'utf8', maxBuffer: 1 << 26 });
  } catch (error) {
    if (error.status !== 1) throw error;
    text = error.stdout;
  }
  return nameless(text.split('\n')[0]);
}
const nameless = text => ({ ...JSON.parse(text), name: null });

// ---- a page, and hands on a keyboard --------------------------------------------------------------------------------------

const browser = await chromium.launch({ executablePath, args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic',
  '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'] });
const elsewhere = [], complaints = [];

async function open(width = 1280) {
  const page = await browser.newPage({ viewport: { width, height: 900 } });
  page.on('request', request => { if (request.url() !== address && !/^(data|blob):/.test(request.url())) elsewhere.push(request.url()); });
  page.on('pageerror', error => complaints.push(error.message));
  page.on('console', message => { if (['error', 'warning'].includes(message.type())) complaints.push(message.text()); });
  await page.goto(address);
  await page.waitForSelector('html[data-ready]');
  return page;
}

const focused = page => page.evaluate(() => document.activeElement.id || document.activeElement.value || document.activeElement.localName);

// Presses Tab, or Shift+Tab, until the control is reached; more than once round the page is a failure.
async function tabTo(page, id, key = 'Tab') {
  const begun = await focused(page);
  if (begun === id) return;
  for (let presses = 0; presses < 120; presses++) {
    await page.keyboard.press(key);
    if (await focused(page) === id) return;
  }
  throw new Error(`the keyboard does not reach '${id}' from '${begun}'`);
}

async function choose(page, id, value, key) {
  await tabTo(page, id, key);
  const values = await page.evaluate(id => [...document.getElementById(id).options].map(option => option.value), id);
  if (!values.includes(value)) throw new Error(`'${id}' offers no '${value}': ${values.join(' ')}`);
  await page.keyboard.press('Home');
  for (let presses = 0; presses < values.indexOf(value); presses++) await page.keyboard.press('ArrowDown');
  same(`by keyboard, ${id}`, await page.evaluate(id => document.getElementById(id).value, id), value);
}

// A day is typed in the order in which this browser asks for its parts, the first of which has the focus when one comes from the
// control before.
async function typeDay(page, before, id, day) {
  const [year, month, date] = day.split('-');
  const order = await page.evaluate(() => new Intl.DateTimeFormat(navigator.language).formatToParts().map(part => part.type));
  await tabTo(page, before, 'Shift+Tab');
  await tabTo(page, id);
  const parts = { year, month, day: date };
  await page.keyboard.type(order.filter(part => part in parts).map(part => parts[part]).join(''));
  same(`by keyboard, ${id}`, await page.evaluate(id => document.getElementById(id).value, id), day);
}

async function press(page, id) {
  await tabTo(page, id);
  await page.keyboard.press('Enter');
}

const textOf = (page, id) => page.evaluate(id => document.getElementById(id).textContent, id);

// ---- from the form to the verdict, by keyboard ------------------------------------------------------------------------------

const words = {
  en: { ruling: ['forbidden', 'undetermined', 'permitted'], main: 'An event', overdue: 'last day was 9 February 2026', until: 'until 2 May 2026', late: 'overdue' },
  fr: { ruling: ['interdit', 'indéterminé', 'permis'], main: 'Un événement', overdue: 'dernier jour était le 9 février 2026', until: 'jusqu’au 2 mai 2026', late: 'retard' },
  nl: { ruling: ['verboden', 'onbepaald', 'toegelaten'], main: 'Een gebeurtenis', overdue: 'laatste dag was 9 februari 2026', until: 'tot 2 mei 2026', late: 'te laat' },
};

async function sameCase(page, lang, what) {
  const file = join(folder, `entered-${lang}.case`);
  writeFileSync(file, await textOf(page, 'text'));
  const on = await page.inputValue('#on');
  same(`${lang}: ${what}: the case as \`ombud run\` says it`, nameless(await textOf(page, 'case-data')),
    program('run', file, '--as-of', on, '--lang', lang, '--json'));
  return file;
}

async function sameVerdict(page, lang, file, on, line, ruling) {
  const verdict = nameless(await textOf(page, 'verdict-data'));
  same(`${lang}: ${line}: the verdict as \`ombud may\` says it`, verdict,
    program('may', file, ...line.split(' '), '--by', '2', '--on', on, '--lang', lang, '--json'));
  const shown = await page.getByRole('status').innerText();
  is(`${lang}: ${line}: ruling and article are announced`, shown.includes(ruling) && shown.includes(verdict.citation), shown);
}

// What is owed stands before what is merely open, with its last day; pressing it puts it into the form.
async function dutiesFirst(page, lang) {
  const rows = await page.locator('#next > ul > li').allInnerTexts();
  is(`${lang}: the duty that is overdue comes first, in words`, rows[0].includes(words[lang].overdue) && rows[0].includes('Art. 15, § 4, al. 4, 1°'), rows[0]);
  is(`${lang}: a duty of which the day is to come`, rows[1].includes(words[lang].until) && rows[1].includes('Art. 15, § 4, al. 4, 3°'), rows[1]);
  is(`${lang}: finding with its citation`, (await textOf(page, 'findings')).includes(words[lang].late), await textOf(page, 'findings'));
  await tabTo(page, 'whose');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  same(`${lang}: it is in the form, which has the focus`, [await focused(page), await page.inputValue('#what')], ['what', 'report.acknowledged']);
}

async function byKeyboard(lang) {
  const page = await open();
  const { ruling, main } = words[lang];
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  same(`${lang}: the first stop leads to the event`, await focused(page), 'event');
  await tabTo(page, 'en', 'Shift+Tab');
  for (let presses = 0; presses < ['en', 'fr', 'nl'].indexOf(lang); presses++) await page.keyboard.press('ArrowRight');
  same(`${lang}: the page's language`, await page.evaluate(() => document.documentElement.lang), lang);
  same(`${lang}: focus stays where it was`, await focused(page), lang);
  await page.getByRole('heading', { name: main, exact: true }).waitFor({ timeout: 2000 });

  await choose(page, 'role', 'reporter');
  await press(page, 'add-person');
  await choose(page, 'role', 'contact_point', 'Shift+Tab');
  await press(page, 'add-person');

  // A report is received; asked at once, closing it as minor is forbidden.
  await choose(page, 'by', '2');
  await typeDay(page, 'by', 'day', '2026-02-02');
  await choose(page, 'item', 'r1');
  await choose(page, 'what', 'report.received');
  await choose(page, 'argument-reporter', 'p1');
  await choose(page, 'argument-channel', 'external');
  await choose(page, 'argument-form', 'written');
  await press(page, 'record');
  is(`${lang}: the line is in the journal`,
    (await textOf(page, 'text')).endsWith('\n2026-02-02 report.received r1 by=p2 reporter=p1 channel=external form=written\n'), await textOf(page, 'text'));
  same(`${lang}: and is shown there`, await page.locator('#journal code:visible').allInnerTexts(),
    ['2026-02-02 report.received r1 by=p2 reporter=p1 channel=external form=written']);
  await typeDay(page, 'law', 'on', '2026-02-10');
  await dutiesFirst(page, lang);
  let file = await sameCase(page, lang, 'received');
  await choose(page, 'item', 'r1');
  await choose(page, 'what', 'report.closed_as_minor');
  await press(page, 'ask');
  await sameVerdict(page, lang, file, '2026-02-02', 'report.closed_as_minor r1', ruling[0]);

  // Examined, all depends on a fact; the way to it begins at the verdict.
  await choose(page, 'what', 'report.examined', 'Shift+Tab');
  await press(page, 'record');
  file = await sameCase(page, lang, 'examined');
  await choose(page, 'what', 'report.closed_as_minor', 'Shift+Tab');
  await press(page, 'ask');
  await sameVerdict(page, lang, file, '2026-02-02', 'report.closed_as_minor r1', ruling[1]);
  for (let presses = 0; presses < 60 && await page.evaluate(() => !document.activeElement.closest('#reasons')); presses++) {
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('Enter');
  same(`${lang}: the question that decides has the focus`, await page.evaluate(() => document.activeElement.name), 'fact-minor');
  await press(page, 'ask');
  await sameVerdict(page, lang, file, '2026-02-02', 'report.closed_as_minor r1 minor=yes', ruling[2]);
  await press(page, 'record');
  await sameCase(page, lang, 'closed');
  return page;
}

// ---- what readers of screens are told ---------------------------------------------------------------------------------------

async function accessible(page, what) {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'] }));
  is(`${what}: axe finds nothing`, violations.length === 0, violations.map(({ id, nodes }) => `${id}: ${nodes[0].html.slice(0, 160)}`).join('\n    '));
}

async function landmarks(page, what) {
  for (const [role, count] of [['banner', 1], ['main', 1], ['contentinfo', 1], ['status', 1], ['alert', 1], ['region', 9]]) {
    same(`${what}: ${role}`, await page.getByRole(role).count(), count);
  }
  const nameless = await page.locator('select, input, button').evaluateAll(controls => controls
    .filter(control => !control.labels?.[0]?.textContent.trim() && !control.textContent.trim() && !control.getAttribute('aria-label'))
    .map(control => control.outerHTML));
  same(`${what}: every control has a name`, nameless, []);
  // The order of the stops is the order of the page: no control asks to be reached out of turn.
  same(`${what}: focus follows the page`, await page.locator('[tabindex]:not([tabindex="0"], [tabindex="-1"])').count(), 0);
  const untold = await page.locator('.mark').evaluateAll(marks => marks.filter(mark => !/\p{L}/u.test(mark.textContent)).length);
  same(`${what}: no mark is without its word`, untold, 0);
}

async function fits(page, what) {
  for (const width of [320, 768, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    same(`${what}: nothing is wider than ${width} pixels`, await page.evaluate(() => document.documentElement.scrollWidth), width);
  }
}

// ---- every law, every example ----------------------------------------------------------------------------------------------

async function everyLaw(page) {
  const laws = await page.locator('#law option').evaluateAll(options => options.map(option => option.value));
  for (const lang of ['en', 'fr', 'nl']) {
    await page.check(`[value=${lang}]`, { force: true });
    for (const law of laws) {
      await page.selectOption('#law', law);
      // Each event that can begin something is chosen and asked about; each must get a verdict.
      const silent = await page.evaluate(() => {
        const without = [], item = document.getElementById('item'), what = document.getElementById('what');
        const pick = (select, value) => { select.value = value; select.dispatchEvent(new Event('change')); };
        for (const one of [...item.options].map(option => option.value)) {
          pick(item, one);
          for (const event of [...what.options].map(option => option.value)) {
            pick(what, event);
            document.getElementById('ask').click();
            const { event: told } = JSON.parse(document.getElementById('verdict-data').textContent || '{}');
            if (told !== event) without.push(`${event} ${one}`);
          }
        }
        return without;
      });
      same(`${lang}: ${law}: every event that begins something gets a verdict`, silent, []);
    }
  }
}

async function everyExample(page) {
  await page.check('[value=fr]', { force: true });
  for (const name of readdirSync(examples).filter(name => name.endsWith('.case')).sort()) {
    const file = join(examples, name);
    const wanted = program('run', file, '--lang', 'fr', '--json');
    await page.evaluate(() => { document.getElementById('case-data').textContent = ''; });
    await page.setInputFiles('#open', file);
    await page.waitForFunction(() => document.getElementById('case-data').textContent);
    same(`${name}: as \`ombud run\` says it`, nameless(await textOf(page, 'case-data')), wanted);
  }
}

// ---- settings ----------------------------------------------------------------------------------------------------------------

// Every open question of a law has a labelled field, in the language of the page.
async function everySetting(page) {
  for (const lang of ['en', 'fr', 'nl']) {
    await page.check(`[value=${lang}]`, { force: true });
    for (const law of await page.locator('#law option').evaluateAll(options => options.map(option => option.value))) {
      await page.selectOption('#law', law);
      await page.locator('#settings').evaluate(all => { all.open = true; });
      const wanted = execFileSync(ombud, ['readings', law, '--json', '--lang', lang], { encoding: 'utf8' }).trim().split('\n').map(line => JSON.parse(line))
        .filter(one => one.part === 'reading').map(one => one.question.toLowerCase());
      const fields = await page.locator('#setting-fields [data-set]').evaluateAll(all => all.map(one => [one.dataset.set, one.labels[0]?.lastChild.textContent.toLowerCase()]));
      same(`${lang}: ${law}: a field for each reading`, fields.filter(([key]) => key.startsWith('reading ')).map(([, label]) => label), wanted);
      is(`${lang}: ${law}: every field has its label`, fields.length > 0 && fields.every(([, label]) => label), fields);
    }
  }
}

// By keyboard: a reading, a length and a day are set; the case says so, and what follows is what the program says of that case.
async function settings(page, lang) {
  await page.selectOption('#law', 'fwb2000');
  await page.check(`[value=${lang}]`, { force: true });
  await page.locator('#settings').evaluate(all => { all.open = false; });
  await tabTo(page, 'settings-count');
  await page.keyboard.press('Enter');
  is(`${lang}: the settings open by keyboard`, await page.locator('#settings').evaluate(all => all.open));
  await page.keyboard.press('Tab');
  const since = await focused(page);
  same(`${lang}: the first field is the day in force`, since, 'set-since-publication');
  await typeDay(page, 'settings-count', since, '2000-09-09');
  const other = await page.evaluate(() => {
    const select = document.querySelector('[data-set^="reading "]');
    return [select.id, select.options[1].value, select.dataset.set];
  });
  await choose(page, other[0], other[1]);
  await press(page, 'apply-settings');
  const text = await textOf(page, 'text');
  is(`${lang}: the case holds the settings`, text.includes('set since publication 2000-09-09\n') && text.includes(`set ${other[2]} ${other[1]}\n`), text);
  is(`${lang}: and how many`, /2/.test(await textOf(page, 'settings-count')), await textOf(page, 'settings-count'));
  const said = await textOf(page, 'settings-said');
  is(`${lang}: it is announced`, said.length > 10, said);
  const file = join(folder, `settings-${lang}.case`);
  writeFileSync(file, text);
  same(`${lang}: the case under settings as \`ombud run\` says it`, nameless(await textOf(page, 'case-data')),
    program('run', file, '--as-of', await page.inputValue('#on'), '--lang', lang, '--json'));
  // Too early a day is refused, and the case stays.
  await page.fill('#set-since-publication', '1999-01-01');
  await page.click('#apply-settings');
  const refused = await page.getByRole('alert').innerText();
  is(`${lang}: a day the law does not allow is refused with its reason`, refused.includes('1999-01-01') && refused.includes('not before'), refused);
  is(`${lang}: beside the button too`, (await textOf(page, 'settings-said')).includes('1999-01-01'));
  same(`${lang}: and nothing has changed`, await textOf(page, 'text'), text);
  await page.locator('details').evaluateAll(all => all.forEach(one => { one.open = true; }));
  await accessible(page, `${lang}, settings`);
  await fits(page, `${lang}, settings`);
  await page.screenshot({ path: join(folder, `settings-${lang}.png`), fullPage: true });
  await page.setViewportSize({ width: 1280, height: 900 });
}

// By keyboard: a period is tightened and a day without work named, a last day moves; what loosens is refused with the article, and a link is recorded.
async function tightened(page, lang) {
  const period = 'set-period-report-acknowledge';
  await page.check(`[value=${lang}]`, { force: true });
  await page.selectOption('#example', 'late-acknowledgement');
  await page.locator('#settings').evaluate(all => { all.open = true; });
  const bounds = { en: 'at most P7D', fr: 'au plus P7D', nl: 'hoogstens P7D' };
  const label = await page.evaluate(id => document.getElementById(id).labels[0].textContent, period);
  is(`${lang}: a period has its bound and its article beside it`, label.includes(`${bounds[lang]}, Art. 15, § 4, al. 4, 1°`), label);
  await tabTo(page, period);
  await page.keyboard.type('P5D');
  await choose(page, 'set-roll', 'next_working_day');
  await typeDay(page, 'set-roll', 'holiday', '2026-02-09');
  await press(page, 'add-holiday');
  same(`${lang}: the focus is back in the day`, await focused(page), 'holiday');
  await press(page, 'apply-settings');
  const text = await textOf(page, 'text');
  is(`${lang}: the case holds period and day`, text.includes('set period report.acknowledge P5D\n') && text.includes('set holiday 2026-02-09\n'), text);
  await sameCase(page, lang, 'a tightened period');
  const data = JSON.parse(await textOf(page, 'case-data'));
  same(`${lang}: the last day has moved over the day without work`, data.terms.find(term => term.name === 'acknowledge').due, '2026-02-10');
  await page.fill(`#${period}`, 'P10D');
  await page.click('#apply-settings');
  const refused = await textOf(page, 'settings-said');
  is(`${lang}: what loosens is refused with the article`, refused.includes('P10D; at most P7D, Art. 15, § 4, al. 4, 1°'), refused);
  same(`${lang}: and nothing has changed`, await textOf(page, 'text'), text);
  await page.selectOption('#item', 'p1');
  await tabTo(page, 'what');
  await page.selectOption('#what', 'link');
  await choose(page, 'argument-link', 'close_to p2');
  await press(page, 'record');
  is(`${lang}: the link stands in the journal`, (await textOf(page, 'text')).includes(' link p1 close_to p2'), await textOf(page, 'text'));
  await sameCase(page, lang, 'a link');
}

// ---- what is wrong -----------------------------------------------------------------------------------------------------------

async function wrongInput(page) {
  await page.selectOption('#law', 'bxl2019');
  await page.check('[value=en]', { force: true });
  await page.selectOption('#item', 'n1');
  await page.selectOption('#what', 'recommendation.made');
  await page.fill('#argument-set_period', 'three months');
  const before = await textOf(page, 'text');
  await page.click('#record');
  const said = await page.getByRole('alert').innerText();
  is('a period that is none is said, with what would be right', /P3M|period/.test(said) && said.startsWith('Not done:'), said);
  same('and nothing has changed', await textOf(page, 'text'), before);
  await page.fill('#argument-set_period', 'P3M');
  await page.click('#record');
  same('put right, it is recorded', await page.getByRole('alert').innerText(), '');
  is('with its finding: nobody was named as acting', /^not|✕|forbidden|undetermined|permitted/m.test(await page.getByRole('status').innerText()));
  await page.locator('#journal button').first().click();
  is('a line is struck out, not deleted', (await textOf(page, 'text')).includes('void 1'), await textOf(page, 'text'));
}

try {
  for (const lang of ['en', 'fr', 'nl']) {
    const page = await byKeyboard(lang);
    await page.locator('details').evaluateAll(all => all.forEach(one => { one.open = true; }));
    await accessible(page, `${lang}, with a case`);
    await landmarks(page, `${lang}, with a case`);
    await fits(page, lang);
    await page.screenshot({ path: join(folder, `entered-${lang}.png`), fullPage: true });
    await page.close();
  }
  const page = await open(320);
  await accessible(page, 'at the beginning, narrow');
  await landmarks(page, 'at the beginning');
  await everyLaw(page);
  await everySetting(page);
  await page.setViewportSize({ width: 1280, height: 900 });
  for (const lang of ['en', 'fr', 'nl']) await settings(page, lang);
  for (const lang of ['en', 'fr', 'nl']) await tightened(page, lang);
  await everyExample(page);
  await wrongInput(page);
  same('the page asks nobody for anything', elsewhere, []);
  same('and complains of nothing', complaints, []);
} catch (error) {
  is('the test runs to its end', false, error.stack);
} finally {
  await browser.close();
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);
