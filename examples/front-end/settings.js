// The settings of the case: what a host chooses where the law leaves it open. Each field is made from what the law declares; what they
// say stands in the case as lines `set …`, and is read by the library before it counts.

// The host's days without work, as the form has them.
let holidays = [];

// The chosen, by `reading Q-02` or `roll`, and the holidays. Lines that have no field here stay as they are.
function settingsOf(text) {
  const chosen = new Map(), days = [], rest = [];
  for (const line of text.split('\n').filter(line => line.startsWith('set '))) {
    const [kind, ...words] = line.slice(4).split(' ');
    if (['reading', 'length', 'period', 'since'].includes(kind)) chosen.set(`${kind} ${words[0]}`, words[1]);
    else if (['roll', 'scope'].includes(kind)) chosen.set(kind, words[0]);
    else if (kind === 'holiday') days.push(words[0]);
    else rest.push(line);
  }
  return { chosen, days, rest };
}

const settingId = key => `set-${key.replace(/[^\w-]/g, '-')}`;

function settingField(key, label, field, mark, cited) {
  Object.assign(field, { id: settingId(key) });
  field.dataset.set = key;
  const faint = text => text ? el('span', { class: 'hint' }, text) : null;
  return el('div', { class: 'field' }, el('label', { for: field.id }, faint(mark && `${mark} `), label, faint(cited && ` ${cited}`)), field);
}

function settingSelect(key, label, options, chosen, mark) {
  const select = el('select');
  refillSelect(select, options, chosen.get(key) ?? options[0][0]);
  return settingField(key, label, select, mark);
}

// A reading's default is its empty choice: it is not written, and stays what the law says it is.
function readingField(reading, chosen) {
  const options = [...reading.alternatives].sort((a, b) => b.chosen - a.chosen)
    .map(one => [one.chosen ? '' : one.name, capital(one.label) + (one.chosen ? ` (${say('asLaw')})` : '')]);
  return settingSelect(`reading ${reading.name}`, capital(reading.label), options, chosen, reading.name);
}

// What the library says of a period, `at most P7D, Art. 15 …`, in the language of the page.
function sayBound(bound) {
  const [, word, period, cited] = bound.match(/^(at most|at least) (\w+), (.*)$/) ?? [];
  return word ? `${say(word === 'at most' ? 'atMost' : 'atLeast', period)}, ${cited}` : bound;
}

function periodField(term, chosen) {
  const key = `period ${term.name}`;
  const field = Object.assign(el('input', { autocomplete: 'off', 'aria-describedby': 'period-hint' }), { value: chosen.get(key) ?? '' });
  return settingField(key, capital(term.label), field, '', sayBound(term.bound));
}

function fillHolidays() {
  const remove = day => { holidays = holidays.filter(one => one !== day); fillHolidays(); byId('holiday').focus(); };
  refill(byId('holidays'), ...holidays.map(day => el('li', {}, sayDay(day), ' ', el('button', { type: 'button', class: 'plain',
    onclick: () => remove(day), 'aria-label': say('removeFact', sayDay(day)) }, say('remove')))));
}

function addHoliday() {
  const day = byId('holiday').value;
  if (day && !holidays.includes(day)) holidays = [...holidays, day].sort();
  byId('holiday').value = '';
  fillHolidays();
  byId('holiday').focus();
}

function fillSettings() {
  const { readings, lengths, sinces, scopes, terms } = state.vocabulary;
  const { chosen, days, rest } = settingsOf(state.text);
  const tightened = terms.filter(term => term.bound);
  const input = (key, properties) => Object.assign(el('input', properties), { value: chosen.get(key) ?? '' });
  const group = (title, fields, hint, id) => fields.length ? el('fieldset', { class: 'group' }, el('legend', {}, title),
    hint ? el('p', { class: 'hint', id }, hint) : null, el('div', { class: 'fields' }, ...fields)) : null;
  const sinceHint = since => state.words.provision.get(since.owner)?.citation;
  refill(byId('setting-fields'),
    group(say('setSinces'), sinces.map(since => settingField(`since ${since.name}`, capital(since.label),
      input(`since ${since.name}`, { type: 'date' }), '', sinceHint(since)))),
    group(say('setLengths'), lengths.map(length => settingField(`length ${length.name}`, capital(length.label),
      input(`length ${length.name}`, { placeholder: 'P14D', autocomplete: 'off', 'aria-describedby': 'length-hint' }))), say('periodHint'), 'length-hint'),
    group(say('setPeriods'), tightened.map(term => periodField(term, chosen)), say('tightenHint'), 'period-hint'),
    group(say('setReadings'), readings.map(reading => readingField(reading, chosen))),
    group(say('setOthers'), [
      settingSelect('roll', say('setRoll'), [['', say('rollNone')], ['next_working_day', say('rollNext')], ['previous_working_day', say('rollPrevious')]], chosen),
      scopes.length ? settingSelect('scope', say('setScope'), [['', say('scopeNone')], ...scopes.map(scope => [scope.name, capital(scope.label)])], chosen) : null,
    ].filter(Boolean)));
  holidays = days;
  fillHolidays();
  const count = chosen.size + days.length + rest.length;
  byId('settings-count').textContent = count ? say('settingsSet', count) : say('settingsNone');
}

// The case with these settings in place of those it had. The library refuses what the law does not allow, and the case stays.
function applySettings() {
  const done = attempt(() => {
    const lines = state.text.split('\n');
    const set = [...byId('setting-fields').querySelectorAll('[data-set]')].filter(field => field.value.trim())
      .map(field => `set ${field.dataset.set} ${field.value.trim()}`).concat(holidays.map(day => `set holiday ${day}`));
    const others = lines.slice(1).filter(line => !line.startsWith('set '));
    const opened = ask({ ask: 'open', case: [lines[0], ...set, ...settingsOf(state.text).rest, ...others].join('\n') });
    state.text = opened.case;
    showAll();
    clearResults();
    return true;
  });
  // What is wrong stands beside the event; here it is said again, where the eye is.
  byId('settings-said').textContent = done ? say('settingsApplied') : byId('trouble').textContent;
}
