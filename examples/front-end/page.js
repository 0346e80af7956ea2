// The page: one case as its text, one day it is seen on, one language. All else is asked anew when one of them changes.

const state = { lang: 'en', law: '', on: '', text: '', vocabulary: null, words: null, facts: null, next: null };
let library;

// The answer as it was written and as it is read.
const answerTo = question => library({ lang: state.lang, case: state.text, law: state.law, ...question });
const ask = question => answerTo(question).result;

// Runs what a person did; what the library finds wrong is said, and nothing has changed.
function attempt(deed) {
  refill(byId('trouble'));
  try {
    return deed();
  } catch (trouble) {
    if (!(trouble instanceof Trouble)) throw trouble;
    const { message, remedy, excerpt } = trouble.error;
    refill(byId('trouble'), el('p', { class: 'trouble' }, el('strong', {}, say('trouble')), ' ',
      el('span', { lang: 'en' }, `${message}${excerpt ? ` (${excerpt})` : ''}${remedy ? `; ${remedy}` : ''}`)));
    return null;
  }
}

// ---- language, law, day -------------------------------------------------------------------------------------------------

function readVocabulary() {
  const vocabulary = ask({ ask: 'vocabulary' });
  const map = (words, key = 'name') => new Map(words.map(word => [word[key], word]));
  state.vocabulary = vocabulary;
  state.words = {
    role: map(vocabulary.roles), kind: map(vocabulary.items, 'owner'), state: map(vocabulary.states), event: map(vocabulary.events),
    fact: map(vocabulary.facts), question: map(vocabulary.questions), value: map(vocabulary.values), provision: map(vocabulary.provisions, 'id'),
  };
}

function sayAll() {
  document.documentElement.lang = state.lang;
  document.title = `libombud – ${say('tagline')}`;
  for (const element of document.querySelectorAll('[data-say]')) element.textContent = say(element.dataset.say);
  for (const element of document.querySelectorAll('[data-label]')) element.setAttribute('aria-label', say(element.dataset.label));
  refillSelect(byId('law'), ask({ ask: 'laws' }).map(law => [law.name, `${law.title} – ${say(`force_${law.force}`)}`]), state.law);
  const examples = Object.keys(JSON.parse(byId('examples').textContent));
  refillSelect(byId('example'), [['', say('noExample')], ...examples.map(name => [name, say(`example_${name}`)])]);
  readVocabulary();
}

// What holds now, and everything on the page that follows from it.
function showAll(item, event) {
  const { text, result } = answerTo({ ask: 'case', on: state.on });
  state.facts = result;
  state.next = ask({ ask: 'next', on: state.on });
  fillPersons();
  fillSettings();
  fillForm(item, event);
  showNext();
  showFindings();
  showAnswers();
  showTimeline();
  showJournal();
  showReceipt();
  showData(text);
}

function clearResults() {
  refill(byId('outcome'), el('p', { class: 'none' }, say('noVerdict')));
  refill(byId('reasons'));
  byId('verdict-data').textContent = '';
  byId('settings-said').textContent = '';
}

function openCase(text, law, day) {
  Object.assign(state, { text, law, on: day || state.on });
  byId('on').value = state.on;
  byId('day').value = state.on;
  form.facts.clear();
  sayAll();
  showAll();
  clearResults();
}

function newCase(law) {
  attempt(() => openCase(ask({ ask: 'new', law }).case, law));
}

function openText(text) {
  attempt(() => {
    const opened = ask({ ask: 'open', case: text });
    openCase(opened.case, opened.law, opened.last);
  });
}

// ---- what a person does -------------------------------------------------------------------------------------------------

function addPerson() {
  attempt(() => {
    state.text = ask({ ask: 'person', person: byId('person').value, roles: byId('role').value }).case;
    showAll();
  });
}

function askMay() {
  if ([FACT, LINK].includes(form.event)) return record();
  attempt(() => showVerdict(answerTo({ ask: 'may', on: byId('day').value, by: byId('by').value, line: formLine() })));
  return undefined;
}

function apply(line, day, sentence) {
  attempt(() => {
    const changes = ask({ ask: 'apply', on: day, by: byId('by').value, line });
    state.text = changes.case;
    state.on = day > state.on ? day : state.on;
    byId('on').value = state.on;
    form.facts.clear();
    showAll();
    showChanges(changes, sentence);
  });
}

function record() {
  const what = { [FACT]: say('aFact'), [LINK]: say('aLink') }[form.event] ?? eventLabel(form.event);
  apply(formLine(), byId('day').value, `${what} · ${form.item} · ${byId('day').value && sayDay(byId('day').value)}`);
}

function strikeOut(step) {
  apply(`void ${step.position}`, state.on, say('struckOut', step.position));
  byId('h-journal').scrollIntoView();
}

function goToEvent(event, item) {
  form.facts.clear();
  fillForm(item || form.item, event);
  byId('event').scrollIntoView();
  byId('what').focus();
}

function goToFact(unmet) {
  if (unmet.item !== form.item) goToEvent(FACT, unmet.item);
  addFact(unmet.name, unmet.wanted === 'no' ? 'no' : 'yes');
}

function save() {
  const link = el('a', { href: URL.createObjectURL(new Blob([state.text], { type: 'text/plain' })), download: `${state.law}.case` });
  link.click();
  URL.revokeObjectURL(link.href);
}

// ---- beginning ----------------------------------------------------------------------------------------------------------

function listen() {
  const on = (id, kind, deed) => byId(id).addEventListener(kind, deed);
  const submit = deed => event => { event.preventDefault(); deed(); };
  for (const radio of document.querySelectorAll('[name=lang]')) {
    radio.addEventListener('change', () => { state.lang = radio.value; attempt(() => { sayAll(); showAll(); clearResults(); }); });
  }
  on('law', 'change', () => newCase(byId('law').value));
  on('on', 'change', () => { if (byId('on').value) { state.on = byId('on').value; attempt(() => showAll()); } });
  on('example', 'change', () => { const name = byId('example').value; if (name) openText(JSON.parse(byId('examples').textContent)[name]); });
  on('person-form', 'submit', submit(addPerson));
  on('settings-form', 'submit', submit(applySettings));
  on('add-holiday', 'click', addHoliday);
  on('event-form', 'submit', submit(askMay));
  on('record', 'click', record);
  on('item', 'change', () => { form.item = byId('item').value; fillEvents(''); });
  on('what', 'change', chooseEvent);
  on('add-fact', 'click', () => addFact(byId('fact').value));
  on('whose', 'change', showNext);
  on('new-case', 'click', () => newCase(state.law));
  on('save', 'click', save);
  on('open', 'change', async event => { const [file] = event.target.files; if (file) openText(await file.text()); event.target.value = ''; });
}

library = await openLibrary();
const today = new Date();
state.on = new Date(today.getTime() - today.getTimezoneOffset() * 60000).toISOString().slice(0, 10);
state.law = ask({ ask: 'laws' })[0].name;
listen();
newCase(state.law);
document.documentElement.dataset.ready = 'yes';
