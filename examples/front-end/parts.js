// Pieces that the page is put together from, and what they are called in the language at hand.

const byId = id => document.getElementById(id);

// An element: el('p', { class: 'hint' }, 'text', child …). A property that begins with `on` is a listener.
function el(name, properties = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (key.startsWith('on')) element.addEventListener(key.slice(2), value);
    else if (value === true) element.setAttribute(key, '');
    else if (value !== false && value !== null && value !== undefined) element.setAttribute(key, value);
  }
  element.append(...children.filter(child => child !== null && child !== undefined && child !== ''));
  return element;
}

const refill = (element, ...children) => element.replaceChildren(...children.filter(Boolean));

// Fills a select with [value, label] or { group, options }; keeps what was chosen if it is still there.
function refillSelect(select, entries, wanted = select.value) {
  const option = ([value, label]) => el('option', { value }, label);
  refill(select, ...entries.map(entry =>
    Array.isArray(entry) ? option(entry) : el('optgroup', { label: entry.group }, ...entry.options.map(option))));
  const values = [...select.options].map(one => one.value);
  select.value = values.includes(wanted) ? wanted : values[0] ?? '';
}

const say = (key, ...values) => {
  const text = WORDS[key]?.[LANGUAGES.indexOf(state.lang)] ?? key;
  return text.replace(/\$(\d)/g, (_, at) => values[at - 1]);
};

function sayDay(day) {
  const written = new Intl.DateTimeFormat({ en: 'en-GB', fr: 'fr-BE', nl: 'nl-BE' }[state.lang],
    { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
  return written.format(new Date(`${day}T00:00:00Z`));
}

// A name without the item it belongs to: `reporter` of `report.reporter`.
const bare = name => name.split('.').pop();

const capital = text => text.slice(0, 1).toUpperCase() + text.slice(1);

// A symbol beside the word, so that nothing is said by colour alone; readers hear the word.
function mark(kind, word) {
  const symbols = {
    permitted: '✓', conforms: '✓', forbidden: '✕', departs: '✕', undetermined: '?', not_foreseen: '–', no_text: '§',
    breach: '✕', late: '◷', not_shown: '?', duty: '!',
  };
  return el('span', { class: `mark ${kind}` }, el('span', { 'aria-hidden': 'true' }, symbols[kind] ?? '·'), ` ${word}`);
}

// The provision: how it is cited, and what it says in one sentence.
function reason(provision) {
  const found = provision && state.words.provision.get(provision.split(':').pop());
  return found ? el('p', { class: 'reason' }, el('cite', {}, found.citation), ` ${found.gloss}`) : null;
}

const roleLabels = roles => roles.map(role => state.words.role.get(role)?.label ?? role).join(', ');
const prefixOf = item => item.replace(/\d+$/, '');
const kindOf = item => state.words.kind.get(prefixOf(item));
const eventLabel = name => capital(state.words.event.get(name)?.label ?? name);
const factWord = (item, name) => state.words.fact.get(`${kindOf(item)?.name}.${name}`);

// "r1 · report, received" or "p2 · contact point"
function itemLabel(item) {
  const there = state.facts?.items.find(one => one.item === item);
  const kind = kindOf(item);
  if (kind?.name === 'person') return `${item} · ${roleLabels(there?.roles ?? []) || say('noRole')}`;
  const label = there?.state && state.words.state.get(`${kind.name}.${there.state}`)?.label;
  return `${item} · ${kind?.label ?? ''}${label ? ` (${label})` : ''}`;
}
