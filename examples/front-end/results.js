// What came out: verdict and reasons, what can be done, findings, answers, timeline, journal.

const list = (items, none) => items.length ? el('ul', { class: 'rows' }, ...items) : el('p', { class: 'none' }, none);

// ---- the verdict --------------------------------------------------------------------------------------------------------

// What would have to be otherwise, with the way there in the form.
function unmetRow(unmet) {
  let go = null;
  if (unmet.kind === 'fact' && unmet.item && factWord(unmet.item, unmet.name)) {
    go = el('button', { type: 'button', class: 'plain', onclick: () => goToFact(unmet) }, say('answerThis'));
  } else if (unmet.by_event && state.words.event.has(unmet.by_event)) {
    go = el('button', { type: 'button', class: 'plain', onclick: () => goToEvent(unmet.by_event, unmet.item) },
      eventLabel(unmet.by_event));
  }
  const asked = unmet.kind === 'fact' && unmet.item && factWord(unmet.item, unmet.name)?.question;
  return el('li', {}, el('span', {}, unmet.text), asked ? el('span', { class: 'question' }, capital(asked)) : null,
    unmet.citation ? el('cite', {}, unmet.citation) : null, go);
}

function showVerdict({ text, result: verdict }) {
  byId('verdict-data').textContent = text;
  refill(byId('outcome'), el('div', { class: `verdict ${verdict.ruling}` },
    el('p', { class: 'ruling' }, mark(verdict.ruling, say(verdict.ruling))),
    el('p', {}, `${eventLabel(verdict.event)} · ${itemLabel(verdict.item)} · ${sayDay(verdict.on)}`),
    reason(verdict.provision) ?? el('p', { class: 'reason' }, say(verdict.ruling === 'not_foreseen' ? 'notForeseen' : 'structure'))));
  const sets = verdict.unmet.map(set => el('li', {}, el('ul', {}, ...set.map(unmetRow))));
  refill(byId('reasons'), sets.length ? el('p', {}, say(sets.length > 1 ? 'oneOfThese' : 'ifThis')) : null,
    sets.length ? el('ol', { class: 'ways' }, ...sets) : null);
}

function showChanges(changes, sentence) {
  byId('verdict-data').textContent = '';
  const rows = (title, texts) => texts.length ? [el('h3', {}, title), el('ul', { class: 'rows' }, ...texts.map(text => el('li', {}, text)))] : [];
  refill(byId('outcome'), el('div', { class: `verdict ${changes.ruling ?? ''}` },
    el('p', { class: 'ruling' }, say('recorded'), ' ', changes.ruling ? mark(changes.ruling, say(changes.ruling)) : ''),
    el('p', {}, sentence)));
  refill(byId('reasons'), ...rows(say('termsOpened'), changes.terms), ...rows(say('newFindings'), changes.findings));
}

// ---- what can be done ---------------------------------------------------------------------------------------------------

function actionRow(action) {
  const past = action.due_day && action.due_day < state.on;
  const until = action.due_day ? say(past ? 'overdue' : 'until', sayDay(action.due_day)) : say('noDay');
  return el('li', {},
    el('button', { type: 'button', class: 'action', onclick: () => goToEvent(action.event, action.item) },
      el('span', { class: 'what' }, eventLabel(action.event)), el('span', { class: 'item' }, itemLabel(action.item))),
    el('p', { class: 'who' }, action.due ? mark(past ? 'late' : 'duty', `${say('duty')}, ${until}`) : null,
      action.ruling === 'undetermined' ? mark('undetermined', say('undetermined')) : null,
      el('span', {}, action.roles.length ? roleLabels(action.roles) : say('anybody'))),
    action.due ? reason(action.provision) : null);
}

function showNext() {
  const whose = byId('whose').value;
  const held = whose && state.facts.items.find(one => one.item === `p${whose}`)?.roles;
  const open = state.next.actions.filter(action => !held || !action.roles.length || action.roles.some(role => held.includes(role)));
  const duties = open.filter(action => action.due), others = open.filter(action => !action.due);
  refill(byId('next'), list(duties.map(actionRow), say('noDuties')),
    others.length ? el('details', {}, el('summary', {}, say('others', others.length)), list(others.map(actionRow))) : null);
}

// ---- findings and answers -----------------------------------------------------------------------------------------------

// A sentence of the library ends with its citation; where the provision stands below, that is said once.
const withoutCitation = ({ text, citation }) => text.endsWith(` — ${citation}`) ? text.slice(0, -citation.length - 3) : text;

function showFindings() {
  refill(byId('findings'), list(state.facts.findings.map(finding => el('li', {},
    el('p', {}, mark(finding.kind, say(finding.kind)), ' ', el('span', {}, withoutCitation(finding))), reason(finding.provision))), say('noFindings')));
}

function answerRow(answer) {
  const question = state.words.question.get(`${kindOf(answer.item)?.name}.${answer.question}`)?.label ?? answer.question;
  const value = answer.outcome === 'answered' ? state.words.value.get(answer.value)?.label ?? answer.value : say(answer.outcome);
  const missing = answer.unmet.flat().map(unmet => unmet.text);
  return [el('dt', {}, capital(question)), el('dd', {}, answer.outcome === 'answered' ? value : mark('undetermined', value),
    missing.length ? el('span', { class: 'hint' }, ` ${say('missing')} ${[...new Set(missing)].join('; ')}`) : null,
    reason(answer.provision))];
}

function showAnswers() {
  const items = [...new Set(state.facts.answers.map(answer => answer.item))];
  refill(byId('answers'), ...(items.length ? items.map(item => {
    const answers = state.facts.answers.filter(answer => answer.item === item);
    return el('details', {}, el('summary', {}, `${itemLabel(item)}: ${say('answersOf', answers.length)}`),
      el('dl', {}, ...answers.flatMap(answerRow)));
  }) : [el('p', { class: 'none' }, say('noAnswers'))]));
}

// ---- timeline and journal -----------------------------------------------------------------------------------------------

function showData(text) {
  byId('case-data').textContent = text;
}

function showTimeline() {
  const picture = new DOMParser().parseFromString(ask({ ask: 'svg', on: state.on }), 'image/svg+xml').documentElement;
  const empty = state.facts.timeline.length === 0;
  refill(byId('timeline'), empty ? el('p', { class: 'none' }, say('nothingYet')) : document.importNode(picture, true));
}

function showJournal() {
  const lines = state.facts.timeline.filter(step => step.kind === 'event');
  refill(byId('journal'), ...(lines.length ? lines.map(step => el('li', {},
    el('p', {}, el('time', { datetime: step.on }, sayDay(step.on)), ' ', step.ruling ? mark(step.ruling, say(step.ruling)) : null, ' ',
      el('span', {}, step.text)), el('code', {}, step.line),
    el('button', { type: 'button', class: 'plain', onclick: () => strikeOut(step), 'aria-label': say('strikeOutLine', step.position) },
      say('strikeOut')))) : [el('li', { class: 'none' }, say('nothingYet'))]));
  byId('text').textContent = state.text;
}

function showReceipt() {
  const { law, law_digest: digest, verified } = state.facts.receipt;
  byId('receipt').textContent = `${law} ${digest}. ${say(verified ? 'verified' : 'notVerified')}`;
}
