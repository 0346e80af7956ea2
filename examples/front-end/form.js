// The form: who, when, about what, what happened, with which arguments and facts. It ends in one line of the case language.

const FACT = 'fact', LINK = 'link';
const form = { item: '', event: '', facts: new Map() };

// ---- what there is to choose ------------------------------------------------------------------------------------------

function fillPersons() {
  const persons = state.facts.items.filter(one => one.kind === 'person').map(one => one.item);
  const entries = persons.map(item => [item.slice(1), itemLabel(item)]);
  const free = 1 + Math.max(0, ...persons.map(item => Number(item.slice(1))));
  refill(byId('persons'), ...(persons.length ? persons.map(item => el('li', {}, itemLabel(item)))
    : [el('li', { class: 'none' }, say('noPersons'))]));
  refillSelect(byId('person'), [[String(free), say('newPerson', `p${free}`)], ...entries], String(free));
  refillSelect(byId('role'), state.vocabulary.roles.map(role => [role.name, role.label]));
  refillSelect(byId('by'), [['', say('nobody')], ...entries]);
  refillSelect(byId('whose'), [['', say('anybody')], ...entries]);
}

function fillItems(wanted = byId('item').value) {
  const begun = [...new Set(state.next.begins.map(begin => begin.item))];
  const groups = [
    { group: say('itemsThere'), options: state.facts.items.map(one => [one.item, itemLabel(one.item)]) },
    { group: say('itemsNew'), options: begun.map(item => [item, say('newItem', kindOf(item).label, item)]) },
  ];
  refillSelect(byId('item'), groups.filter(group => group.options.length), wanted);
  form.item = byId('item').value;
}

// Who can see the item now, then what can happen to it, what can be done now first.
function fillEvents(wanted = byId('what').value) {
  const kind = kindOf(form.item);
  const there = state.facts.items.some(one => one.item === form.item);
  const option = name => [name, eventLabel(name)];
  const begins = state.next.begins.filter(begin => begin.item === form.item).map(begin => begin.event);
  const now = state.next.actions.filter(action => action.item === form.item).map(action => action.event);
  const rest = state.vocabulary.events.map(event => event.name)
    .filter(name => state.words.event.get(name).owner === kind?.name && !now.includes(name));
  const groups = there
    ? [[FACT, say('aFact')], ...(links().length ? [[LINK, say('aLink')]] : []), { group: say('eventsNow'), options: now.map(option) }, { group: say('eventsElse'), options: rest.map(option) }]
    : begins.map(option);
  refillSelect(byId('what'), groups.filter(group => Array.isArray(group) || group.options.length), wanted);
  chooseEvent();
}

// ---- arguments and facts ----------------------------------------------------------------------------------------------

function fitting(argument) {
  try {
    return ask({ ask: 'fits', on: byId('day').value, line: `${form.event} ${form.item}`, argument });
  } catch (error) {
    if (error instanceof Trouble) return [];
    throw error;
  }
}

// The links that can lead from the item, each with where it can lead.
function links() {
  try {
    return ask({ ask: 'links', on: byId('day').value, item: form.item, kind: kindOf(form.item)?.name ?? '' });
  } catch (error) {
    if (error instanceof Trouble) return [];
    throw error;
  }
}

function linkField() {
  const found = links();
  const select = el('select', { id: 'argument-link', 'data-argument': LINK });
  refillSelect(select, [['', say('notSaid')], ...[...new Set(found.map(one => one.label))].map(label => ({ group: capital(label),
    options: found.filter(one => one.label === label).map(one => [`${one.link} ${one.to}`, itemLabel(one.to)]) }))]);
  return el('div', { class: 'field' }, el('label', { for: 'argument-link' }, say('leadsTo')), select);
}

function argumentField(argument) {
  const name = bare(argument.name), id = `argument-${name}`;
  let field = el('input', argument.type === 'day' ? { id, type: 'date' } : { id, placeholder: 'P3M', 'aria-describedby': `${id}-hint` });
  if (argument.type === 'item' || argument.type === 'choice') {
    field = el('select', { id });
    const choices = argument.type === 'item' ? fitting(name).map(item => [item, itemLabel(item)])
      : state.vocabulary.choices.filter(choice => choice.owner === argument.name).map(choice => [choice.name, choice.label]);
    refillSelect(field, [['', say('notSaid')], ...choices]);
  }
  field.dataset.argument = name;
  const hint = argument.type === 'period' ? el('p', { class: 'hint', id: `${id}-hint` }, say('periodHint')) : null;
  return el('div', { class: 'field' }, el('label', { for: id }, capital(argument.label)), field, hint);
}

function fillArguments() {
  const kept = new Map([...byId('arguments').querySelectorAll('[data-argument]')].map(field => [field.dataset.argument, field.value]));
  const word = state.words.event.get(form.event);
  refill(byId('arguments'), ...(form.event === LINK ? [linkField()] : (word?.arguments ?? []).map(argumentField)));
  for (const field of byId('arguments').querySelectorAll('[data-argument]')) {
    const value = kept.get(field.dataset.argument);
    if (value && (field.localName === 'input' || [...field.options].some(option => option.value === value))) field.value = value;
  }
}

function factField(name) {
  const word = factWord(form.item, name);
  const radio = value => el('label', {},
    el('input', { type: 'radio', name: `fact-${name}`, value, checked: form.facts.get(name) === value,
      onchange: () => form.facts.set(name, value) }), ` ${say(value)}`);
  const remove = () => { form.facts.delete(name); fillFacts(); byId('fact').focus(); };
  return el('fieldset', { class: 'one-fact', id: `fact-${name}` }, el('legend', {}, capital(word?.question || word?.label || name)),
    el('div', { class: 'radios' }, ...['yes', 'no', 'unknown'].map(radio),
      el('button', { type: 'button', class: 'plain', onclick: remove, 'aria-label': say('removeFact', word?.label ?? name) }, say('remove'))));
}

function fillFacts() {
  const kind = kindOf(form.item);
  const there = state.vocabulary.facts.filter(fact => fact.owner === kind?.name).map(fact => bare(fact.name));
  form.facts = new Map([...form.facts].filter(([name]) => there.includes(name)));
  refill(byId('facts'), ...[...form.facts.keys()].map(factField));
  const left = there.filter(name => !form.facts.has(name));
  refillSelect(byId('fact'), left.map(name => [name, factWord(form.item, name).label]));
  byId('facts-set').hidden = there.length === 0 || form.event === LINK;
  byId('add-fact').disabled = left.length === 0;
}

function addFact(name, value = 'yes') {
  form.facts.set(name, value);
  fillFacts();
  byId(`fact-${name}`)?.querySelector('input:checked').focus();
}

// ---- choosing -----------------------------------------------------------------------------------------------------------

function chooseEvent() {
  form.event = byId('what').value;
  const roles = state.words.event.get(form.event)?.roles ?? [];
  byId('what-who').textContent = roles.length ? say('whoMay', roleLabels(roles)) : '';
  fillArguments();
  fillFacts();
}

function fillForm(item, event) {
  fillItems(item);
  fillEvents(event);
}

// The line of the journal that the form says, without its day and who acts.
function formLine() {
  if (form.event === LINK) return `${LINK} ${form.item} ${byId('argument-link').value}`;
  const values = [...byId('arguments').querySelectorAll('[data-argument]')].filter(field => field.value.trim())
    .map(field => `${field.dataset.argument}=${field.value.trim()}`);
  const facts = [...form.facts].map(([name, value]) => `${name}=${value}`);
  return [form.event, form.item, ...values, ...facts].join(' ');
}
