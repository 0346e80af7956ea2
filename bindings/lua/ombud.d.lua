---@meta ombud
-- Written by api.py from api.txt.

---What `require "ombud"` returns. Days are ISO strings such as "2026-02-02", periods strings such as "P3M". What a script does wrong is raised; what the world brings (a text that is no law, a day that is none, an act that is refused) is returned as nil, a message, a code and details.
---@class ombud
---@field version string The version of the library, such as "0.1.0".
---@field version_number integer The same as one number: major * 1000000 + minor * 1000 + patch.
---@field date ombud.date Days, periods and due days.
local ombud = {}

---The names of the built-in laws.
---@return string[]
function ombud.laws() end

---Reads a built-in law.
---@param name string
---@return ombud.Law?
---@return string? message
---@return string? code
---@return ombud.Failure? details
function ombud.law(name) end

---The text of a built-in law.
---@param name string
---@return string?
---@return string? message
---@return string? code
---@return ombud.Failure? details
function ombud.law_text(name) end

---Reads a law of one's own.
---@param text string
---@return ombud.Law?
---@return string? message
---@return string? code
---@return ombud.Failure? details
function ombud.parse_law(text) end

---Makes an empty case. The number is the host's, 1 to 2^53 - 1.
---@param law ombud.Law
---@param settings? ombud.Settings
---@param number? integer
---@return ombud.Case?
---@return string? message
---@return string? code
---@return ombud.Failure? details
function ombud.case(law, settings, number) end

---Reads a `.case` text. Its law is looked for among the given ones, then among the built-in ones.
---@param text string
---@param laws? ombud.Law[]
---@return ombud.Scenario?
---@return string? message
---@return string? code
---@return ombud.Failure? details
function ombud.scenario(text, laws) end

---Makes a coverage in which nothing was seen.
---@param law ombud.Law
---@return ombud.Coverage?
---@return string? message
---@return string? code
---@return ombud.Failure? details
function ombud.coverage(law) end

---Makes a plan without tables.
---@return ombud.Plan?
---@return string? message
---@return string? code
---@return ombud.Failure? details
function ombud.plan() end

---Makes an empty register with the day it begins with.
---@param law ombud.Law
---@param present string
---@param settings? ombud.Settings
---@return ombud.Register?
---@return string? message
---@return string? code
---@return ombud.Failure? details
function ombud.register(law, present, settings) end

---One matter in several cases, of whatever laws, for whoever may see all of it: the question has no `audience`. Without a day it is the last of all journals.
---@param cases ombud.Case[]
---@param question? ombud.Question
---@return ombud.Together?
---@return string? message
---@return string? code
---@return ombud.Failure? details
function ombud.together(cases, question) end

---What differs between two cases of one journal under two laws or settings; the question has no `audience`.
---@param before ombud.Case
---@param after ombud.Case
---@param question? ombud.Question
---@return ombud.Move[]?
---@return string? message
---@return string? code
---@return ombud.Failure? details
function ombud.moves(before, after, question) end

---How many bytes the library holds for this Lua state.
---@return integer
function ombud.memory() end

---Civil days of the years 1 to 9999. Holidays are a list of days, or a function that is given a year and returns that year's list or nil.
---@class ombud.date
local ombud_date = {}

---The day of a date.
---@param year integer
---@param month integer
---@param day integer
---@return string?
---@return string? message
---@return string? code
---@return ombud.Failure? details
function ombud_date.of(year, month, day) end

---Year, month and day.
---@param day string
---@return integer?
---@return integer
---@return integer
function ombud_date.civil(day) end

---Days since 1970-01-01.
---@param day string
---@return integer?
---@return string? message
---@return string? code
---@return ombud.Failure? details
function ombud_date.number(day) end

---The day so many days after 1970-01-01.
---@param number integer
---@return string?
---@return string? message
---@return string? code
---@return ombud.Failure? details
function ombud_date.from_number(number) end

---1 is Monday, 7 Sunday.
---@param day string
---@return integer?
---@return string? message
---@return string? code
---@return ombud.Failure? details
function ombud_date.weekday(day) end

---Easter Sunday.
---@param year integer
---@return string?
---@return string? message
---@return string? code
---@return ombud.Failure? details
function ombud_date.easter(year) end

---The day in Brussels at an instant, in seconds since 1970-01-01T00:00:00Z, from 1996 on.
---@param seconds integer
---@return string?
---@return string? message
---@return string? code
---@return ombud.Failure? details
function ombud_date.brussels(seconds) end

---How many, and of what: days, weeks, months or years.
---@param period string
---@return integer?
---@return string
function ombud_date.period(period) end

---The last day of a period that begins with an event on that day, which is not counted.
---@param day string
---@param period string
---@return string?
---@return string? message
---@return string? code
---@return ombud.Failure? details
function ombud_date.add(day, period) end

---The same counted backward.
---@param day string
---@param period string
---@return string?
---@return string? message
---@return string? code
---@return ombud.Failure? details
function ombud_date.subtract(day, period) end

---Why a day is no working day, such as "easter_monday", "saturday" or "host"; false if it is one.
---@param day string
---@param holidays? string[]|fun(year: integer): string[]?
---@return string|false?
---@return string? message
---@return string? code
---@return ombud.Failure? details
function ombud_date.holiday(day, holidays) end

---The first working day from that day on ("next_working_day") or back ("previous_working_day"); "none" leaves it.
---@param day string
---@param roll string
---@param holidays? string[]|fun(year: integer): string[]?
---@return string?
---@return string? message
---@return string? code
---@return ombud.Failure? details
function ombud_date.roll(day, roll, holidays) end

---A last day with the steps to it. `how` may say `roll` and `holidays`.
---@param day string
---@param period string
---@param how? table
---@return ombud.Derivation?
---@return string? message
---@return string? code
---@return ombud.Failure? details
function ombud_date.due(day, period, how) end

---A law: a text with its tables and its force. Immutable. It stays as long as anything made from it.
---@class ombud.Law
local Law = {}

---Lets go of it, as the collector and `<close>` do. Closing again does nothing.
function Law:close() end

---Its name, such as "bxl2019".
---@return string
function Law:name() end

---Its title; the languages are "en", "fr" and "nl", and "other", which law:translate() gave.
---@param lang? string
---@return string
function Law:title(lang) end

---Gives the law a further language, "other": from English texts to those of a language such as "de". What is absent stays English, and so does a text that lacks the `#` of what is put in.
---@param tag string
---@param texts table<string
---@param english string): string?
---@return true?
---@return string? message
---@return string? code
---@return ombud.Failure? details
function Law:translate(tag, texts, english) end

---The text it is taken from.
---@return string
function Law:source() end

---The `.law` text.
---@return string
function Law:text() end

---"law", "proposal", "plan", "policy" or "unspecified".
---@return string
function Law:force() end

---The day up to which the wording was verified.
---@return string?
---@return string? message
---@return string? code
---@return ombud.Failure? details
function Law:verified() end

---A checksum of the text, 16 digits, to tell revisions apart. It is no signature.
---@return string
function Law:digest() end

---Capacities in which somebody acts.
---@param lang? string
---@return ombud.Word[]
function Law:roles(lang) end

---Kinds of things with a state.
---@param lang? string
---@return ombud.Word[]
function Law:items(lang) end

---Their states.
---@param lang? string
---@return ombud.Word[]
function Law:states(lang) end

---What can happen, each with its arguments and their choices.
---@param lang? string
---@return ombud.Word[]
function Law:events(lang) end

---What events carry.
---@param lang? string
---@return ombud.Word[]
function Law:arguments(lang) end

---What arguments can be chosen from.
---@param lang? string
---@return ombud.Word[]
function Law:choices(lang) end

---What somebody states.
---@param lang? string
---@return ombud.Word[]
function Law:facts(lang) end

---What rows of the law define.
---@param lang? string
---@return ombud.Word[]
function Law:definitions(lang) end

---Relations between items.
---@param lang? string
---@return ombud.Word[]
function Law:links(lang) end

---Duties and other terms.
---@param lang? string
---@return ombud.Word[]
function Law:terms(lang) end

---What case:ask() can be asked.
---@param lang? string
---@return ombud.Word[]
function Law:questions(lang) end

---Values of answers.
---@param lang? string
---@return ombud.Word[]
function Law:values(lang) end

---Periods that the law leaves to the host.
---@param lang? string
---@return ombud.Word[]
function Law:lengths(lang) end

---Parts of the law's field.
---@param lang? string
---@return ombud.Word[]
function Law:scopes(lang) end

---What must hold as long as a state lasts.
---@param lang? string
---@return ombud.Word[]
function Law:requirements(lang) end

---The days that settings hold, since when provisions are in force.
---@param lang? string
---@return ombud.Word[]
function Law:sinces(lang) end

---All provisions, in the order of the law.
---@param lang? string
---@return ombud.WholeProvision[]
function Law:provisions(lang) end

---One provision.
---@param id string
---@param lang? string
---@return ombud.WholeProvision?
---@return string? message
---@return string? code
---@return ombud.Failure? details
function Law:provision(id, lang) end

---Whether its wording counts on a day: "held", "not_held", "not_yet" or "ended".
---@param id string
---@param day string
---@return string?
---@return string? message
---@return string? code
---@return ombud.Failure? details
function Law:wording(id, day) end

---The rows, in the order of the text; a `row` elsewhere is a position in this list.
---@return ombud.Row[]
function Law:rows() end

---The open questions of the text and what each became.
---@param lang? string
---@return ombud.Reading[]
function Law:readings(lang) end

---Reads settings: a text, or a table of `readings`, `lengths`, `periods`, `since` (each from name to value), `holidays` (a list), `roll` and `scope`.
---@param settings string|table
---@return ombud.Settings?
---@return string? message
---@return string? code
---@return ombud.Failure? details
function Law:settings(settings) end

---Flaws that can be seen of the rows; see docs/proving.md.
---@param lang? string
---@return ombud.Flaw[]?
---@return string? message
---@return string? code
---@return ombud.Failure? details
function Law:prove(lang) end

---Walks through every situation that a case can come to, and judges the invariants in each.
---@param how? ombud.Exploring
---@return ombud.Exploration?
---@return string? message
---@return string? code
---@return ombud.Failure? details
function Law:explore(how) end

---The machine of the law as a graph for Graphviz. `how` may say `item` and `lang`.
---@param how? table
---@return string?
---@return string? message
---@return string? code
---@return ombud.Failure? details
function Law:draw(how) end

---A host's choices for one law. Immutable.
---@class ombud.Settings
local Settings = {}

---Lets go of them.
function Settings:close() end

---A checksum of the settings in canonical form.
---@return string
function Settings:digest() end

---One matter under one law: a journal, and what follows from it. A case of a scenario can be asked but not written to; a clone can.
---@class ombud.Case
local Case = {}

---Lets go of it; its memory is wiped when nothing made from it is left.
function Case:close() end

---A copy to try things on.
---@return ombud.Case?
---@return string? message
---@return string? code
---@return ombud.Failure? details
function Case:clone() end

---A copy as it stood at the end of a day: the lines that count of those up to it, and entered by `known_by`, on which the register of that day can count.
---@param day string
---@param known_by? string
---@return ombud.Case?
---@return string? message
---@return string? code
---@return ombud.Failure? details
function Case:clone_as_of(day, known_by) end

---Its law.
---@return ombud.Law
function Case:law() end

---Its settings; false if it has none.
---@return ombud.Settings|false
function Case:settings() end

---The host's number; false if none was given.
---@return integer|false
function Case:number() end

---Gives it its number.
---@param number integer
---@return true?
---@return string? message
---@return string? code
---@return ombud.Failure? details
function Case:set_number(number) end

---Declares a person such as "p1", and the roles they hold, separated by commas or blanks.
---@param person string|integer
---@param roles? string
---@return true?
---@return string? message
---@return string? code
---@return ombud.Failure? details
function Case:person(person, roles) end

---Declares another item, such as "o1".
---@param item string
---@return true?
---@return string? message
---@return string? code
---@return ombud.Failure? details
function Case:item(item) end

---The items, in the order in which they came.
---@return ombud.Item[]
function Case:items() end

---The last day on which the journal has an event.
---@return string|false
function Case:last_day() end

---Records what happened, lawful or not.
---@param event ombud.Event
---@return ombud.Changes?
---@return string? message
---@return string? code
---@return ombud.Failure? details
function Case:apply(event) end

---Records it only if it is permitted; else fails with OMBUD_E_REFUSED, and case:may() says why.
---@param event ombud.Event
---@return ombud.Changes?
---@return string? message
---@return string? code
---@return ombud.Failure? details
function Case:propose(event) end

---Records all or none; on a failure the details have `at`, the position of the event at fault.
---@param events ombud.Event[]
---@return true?
---@return string? message
---@return string? code
---@return ombud.Failure? details
function Case:apply_all(events) end

---The journal in the case language; with a question, what its audience may know.
---@param question? ombud.Question
---@return string[]?
---@return string? message
---@return string? code
---@return ombud.Failure? details
function Case:lines(question) end

---The journal with its days.
---@return ombud.Entry[]
function Case:journal() end

---The whole case in the case language.
---@return string?
---@return string? message
---@return string? code
---@return ombud.Failure? details
function Case:write() end

---May this happen? Nothing is changed. The day is the event's.
---@param event ombud.Event
---@param question? ombud.Question
---@return ombud.Verdict?
---@return string? message
---@return string? code
---@return ombud.Failure? details
function Case:may(event, question) end

---All terms that ever ran, duties and others.
---@param question? ombud.Question
---@return ombud.Term[]?
---@return string? message
---@return string? code
---@return ombud.Failure? details
function Case:terms(question) end

---The duties that are open or overdue.
---@param question? ombud.Question
---@return ombud.Term[]?
---@return string? message
---@return string? code
---@return ombud.Failure? details
function Case:duties(question) end

---Breaches, lateness, and what was not shown.
---@param question? ombud.Question
---@return ombud.Finding[]?
---@return string? message
---@return string? code
---@return ombud.Failure? details
function Case:findings(question) end

---What was a finding until a line entered late cured it.
---@param question? ombud.Question
---@return ombud.Finding[]?
---@return string? message
---@return string? code
---@return ombud.Failure? details
function Case:cured(question) end

---The state of an item; false if it has none yet.
---@param item string
---@param question? ombud.Question
---@return string|false?
---@return string? message
---@return string? code
---@return ombud.Failure? details
function Case:state(item, question) end

---"yes", "no" or "unknown".
---@param item string
---@param fact string
---@param question? ombud.Question
---@return string?
---@return string? message
---@return string? code
---@return ombud.Failure? details
function Case:fact(item, fact, question) end

---Asks a question of the law about an item.
---@param question string
---@param item string
---@param asof? ombud.Question
---@return ombud.Answer?
---@return string? message
---@return string? code
---@return ombud.Failure? details
function Case:ask(question, item, asof) end

---What somebody may or must bring now, duties first. The question may have `role`.
---@param question? ombud.Question
---@return ombud.Action[]?
---@return string? message
---@return string? code
---@return ombud.Failure? details
function Case:next(question) end

---The next day on which time alone changes an answer.
---@param question? ombud.Question
---@return string|false?
---@return string? message
---@return string? code
---@return ombud.Failure? details
function Case:next_change(question) end

---What happened, in the order of days.
---@param question? ombud.Question
---@return ombud.Step[]?
---@return string? message
---@return string? code
---@return ombud.Failure? details
function Case:timeline(question) end

---What an answer rests on, to be stored with it.
---@param question? ombud.Question
---@return ombud.Receipt?
---@return string? message
---@return string? code
---@return ombud.Failure? details
function Case:receipt(question) end

---The digest of a line of the journal, from the digest of the line before, or from the first line on.
---@param position integer
---@param chain function|ombud.Chain
---@param previous? string
---@return string?
---@return string? message
---@return string? code
---@return ombud.Failure? details
function Case:chain(position, chain, previous) end

---Holds the journal against stored digests; OMBUD_E_DIFFERENT has `first`, the first line that is not what was digested.
---@param chain function|ombud.Chain
---@param digests string[]
---@return true?
---@return string? message
---@return string? code
---@return ombud.Failure? details
function Case:verify(chain, digests) end

---Writes the case out: "text", "json", "svg" or "ics".
---@param format string
---@param how? ombud.Rendering
---@return string?
---@return string? message
---@return string? code
---@return ombud.Failure? details
function Case:render(format, how) end

---The findings only.
---@param format string
---@param how? ombud.Rendering
---@return string?
---@return string? message
---@return string? code
---@return ombud.Failure? details
function Case:render_findings(format, how) end

---A verdict with its reasons.
---@param format string
---@param event ombud.Event
---@param how? ombud.Rendering
---@return string?
---@return string? message
---@return string? code
---@return ombud.Failure? details
function Case:render_may(format, event, how) end

---Many cases under one law, by the host's number. Every call changes it as a whole or not at all. Numbers of cases are 1 to 2^53 - 1.
---@class ombud.Register
local Register = {}

---Lets go of it; its memory is wiped.
function Register:close() end

---The same cases in a new register under other settings.
---@param settings? ombud.Settings
---@return ombud.Register?
---@return string? message
---@return string? code
---@return ombud.Failure? details
function Register:under(settings) end

---Its law.
---@return ombud.Law
function Register:law() end

---Its settings; false if it has none.
---@return ombud.Settings|false
function Register:settings() end

---The day it has come to.
---@return string
function Register:present() end

---How many cases there are.
---@return integer
function Register:count() end

---Their numbers, in order.
---@return integer[]
function Register:numbers() end

---A copy of a case, which stays as it is when the register changes.
---@param number integer
---@return ombud.Case?
---@return string? message
---@return string? code
---@return ombud.Failure? details
function Register:case(number) end

---Makes an empty case.
---@param number integer
---@return true?
---@return string? message
---@return string? code
---@return ombud.Failure? details
function Register:open(number) end

---Puts in a copy of a case that has a number.
---@param case ombud.Case
---@return true?
---@return string? message
---@return string? code
---@return ombud.Failure? details
function Register:add(case) end

---Declares a person in a case.
---@param number integer
---@param person string|integer
---@param roles? string
---@return true?
---@return string? message
---@return string? code
---@return ombud.Failure? details
function Register:person(number, person, roles) end

---Declares another item in a case.
---@param number integer
---@param item string
---@return true?
---@return string? message
---@return string? code
---@return ombud.Failure? details
function Register:item(number, item) end

---Records what happened, at the latest on the present.
---@param number integer
---@param event ombud.Event
---@return ombud.Changes?
---@return string? message
---@return string? code
---@return ombud.Failure? details
function Register:apply(number, event) end

---Records a line of the case language; the first of a number makes its case.
---@param number integer
---@param line string
---@return true?
---@return string? message
---@return string? code
---@return ombud.Failure? details
function Register:line(number, line) end

---Reads a whole journal, each line a number, a tab and a line of the case language; gives how many lines were taken. On a failure the lines above stay recorded, and the details have `taken`.
---@param journal string
---@return integer?
---@return string? message
---@return string? code
---@return ombud.Failure? details
function Register:load(journal) end

---Begins to read a journal in pieces.
---@return ombud.Stream?
---@return string? message
---@return string? code
---@return ombud.Failure? details
function Register:stream() end

---Sets the present; it does not go back.
---@param day string
---@return true?
---@return string? message
---@return string? code
---@return ombud.Failure? details
function Register:advance(day) end

---The next day after the present on which time alone changes an answer.
---@return string|false?
---@return string? message
---@return string? code
---@return ombud.Failure? details
function Register:next_change() end

---Duties that are open or overdue and have their last day between two days, by last day, case, item and row.
---@param from string
---@param to string
---@param lang? string
---@return ombud.Due[]?
---@return string? message
---@return string? code
---@return ombud.Failure? details
function Register:due(from, to, lang) end

---Duties whose last day lies before a day and that are not met.
---@param on string
---@param lang? string
---@return ombud.Due[]?
---@return string? message
---@return string? code
---@return ombud.Failure? details
function Register:overdue(on, lang) end

---Duties that are open and have no last day.
---@param lang? string
---@return ombud.Due[]?
---@return string? message
---@return string? code
---@return ombud.Failure? details
function Register:undated(lang) end

---Periods of keeping whose last day lies before a day.
---@param on string
---@param lang? string
---@return ombud.Due[]?
---@return string? message
---@return string? code
---@return ombud.Failure? details
function Register:elapsed(on, lang) end

---What holds a case from being deleted; nothing if it may be.
---@param number integer
---@param lang? string
---@return ombud.Hold[]?
---@return string? message
---@return string? code
---@return ombud.Failure? details
function Register:holds(number, lang) end

---Deletes a case that nothing holds; with a chain, the tombstone keeps its head. Else fails with OMBUD_E_REFUSED.
---@param number integer
---@param chain? function|ombud.Chain
---@return true?
---@return string? message
---@return string? code
---@return ombud.Failure? details
function Register:delete(number, chain) end

---What is left of a deleted case.
---@param number integer
---@return ombud.Tombstone?
---@return string? message
---@return string? code
---@return ombud.Failure? details
function Register:tombstone(number) end

---Counts the tables of the law over a period. Counts from 1 up to the threshold, itself left out, are withheld: 3 to 1000, or 0, which withholds nothing.
---@param from string
---@param to string
---@param threshold integer
---@return ombud.Figures?
---@return string? message
---@return string? code
---@return ombud.Failure? details
function Register:figures(from, to, threshold) end

---A journal that is read into a register piece by piece. A line that cannot be recorded stops it: the lines above it stay recorded, and the details have `taken`.
---@class ombud.Stream
local Stream = {}

---Lets go of it; what was read stays.
function Stream:close() end

---Takes the next bytes, cut wherever it suits; gives how many lines were taken so far.
---@param bytes string
---@return integer?
---@return string? message
---@return string? code
---@return ombud.Failure? details
function Stream:feed(bytes) end

---Says that the journal is at its end.
---@return integer?
---@return string? message
---@return string? code
---@return ombud.Failure? details
function Stream:finish() end

---How many lines were taken, blank ones and comments too.
---@return integer
function Stream:lines() end

---Tables that were counted over a register. They stay as they are when it changes.
---@class ombud.Figures
local Figures = {}

---Lets go of them.
function Figures:close() end

---Each of them.
---@param lang? string
---@return ombud.Figure[]
function Figures:tables(lang) end

---Written out as "text", "json" or "csv", as `ombud figures` prints them.
---@param format string
---@param lang? string
---@return string?
---@return string? message
---@return string? code
---@return ombud.Failure? details
function Figures:render(format, lang) end

---A `.case` text: one or more runs, each with its case and its expectations. A run that is not said is the first.
---@class ombud.Scenario
local Scenario = {}

---Lets go of it; cases taken from it stay.
function Scenario:close() end

---How many runs.
---@return integer
function Scenario:count() end

---The case of a run.
---@param run? integer
---@return ombud.Case
function Scenario:case(run) end

---Its name, with the row of the table.
---@param run? integer
---@return string
function Scenario:name(run) end

---The points it shows.
---@param run? integer
---@return string[]
function Scenario:points(run) end

---The last day written in it.
---@param run? integer
---@return string|false
function Scenario:last_day(run) end

---Judges its expectations.
---@param run? integer
---@param coverage? ombud.Coverage
---@return ombud.Report?
---@return string? message
---@return string? code
---@return ombud.Failure? details
function Scenario:check(run, coverage) end

---What a set of scenarios shows of a law.
---@class ombud.Coverage
local Coverage = {}

---Lets go of it.
function Coverage:close() end

---The law it is of.
---@return ombud.Law
function Coverage:law() end

---How many are covered, and of how many: "provisions", "rows", "conditions", "outcomes", "boundaries" or "versions".
---@param what string
---@return integer?
---@return integer
function Coverage:count(what) end

---Each of them.
---@param what string
---@return ombud.Covered[]
function Coverage:list(what) end

---A plan of measures, and what a report prints of it. Tables are "categories", "themes", "measures", "actors", "contributions", "resolutions", "demands", "actions", "duties", "meetings", "columns", "printed" and "figures"; rows are counted from 1.
---@class ombud.Plan
local Plan = {}

---Lets go of it.
function Plan:close() end

---Loads a table from tab-separated text, after those it refers to.
---@param table string
---@param text string
---@return true?
---@return string? message
---@return string? code
---@return ombud.Failure? details
function Plan:load(table, text) end

---How many rows it has.
---@param table string
---@return integer
function Plan:rows(table) end

---A row by its id; an actor also by another name it bears.
---@param table string
---@param id string
---@return integer?
---@return string? message
---@return string? code
---@return ombud.Failure? details
function Plan:find(table, id) end

---A field as written; empty if there is none.
---@param table string
---@param row integer
---@param column string
---@return string
function Plan:field(table, row, column) end

---The label of a row, else its id.
---@param table string
---@param row integer
---@param lang? string
---@return string
function Plan:label(table, row, lang) end

---Counts.
---@param question ombud.PlanQuestion
---@return integer?
---@return string? message
---@return string? code
---@return ombud.Failure? details
function Plan:count(question) end

---A printed cell beside what is counted; without a theme the column's total.
---@param column string
---@param theme? string
---@return ombud.Cell?
---@return string? message
---@return string? code
---@return ombud.Failure? details
function Plan:compare(column, theme) end

---Everything that does not agree.
---@return ombud.PlanFinding[]?
---@return string? message
---@return string? code
---@return ombud.Failure? details
function Plan:check() end

---Writes it out as "text", "json" or "html"; `how` may say `name` and `lang`.
---@param format string
---@param how? table
---@return string?
---@return string? message
---@return string? code
---@return ombud.Failure? details
function Plan:render(format, how) end

---What is counted of a plan. Rows are named by their ids.
---@class ombud.PlanQuestion
---@field counts string "measures", "contributions", "actors", "linked" or "acted".
---@field rule? string How many measures a contribution to a theme only counts for: "none", "one" or "all".
---@field from_year? integer First year.
---@field to_year? integer Last year.
---@field theme? string Of one theme.
---@field category? string Of one kind of actors.
---@field measure? string Of one measure.

---A printed cell beside what is counted.
---@class ombud.Cell
---@field verdict string "not_printed", "not_counted", "equal", "by_rule", "below" or "contradicts".
---@field printed? integer As printed.
---@field of? integer The printed denominator.
---@field measures integer Measures of the theme, or of all.
---@field counted table By each rule: `none`, `one` and `all`.

---Something in a plan that does not agree.
---@class ombud.PlanFinding
---@field fault string Such as "no_response".
---@field table string Where it stands.
---@field row integer The row.
---@field others? string The table of another row it is about.
---@field other? integer That row.
---@field printed integer As printed.
---@field computed integer As counted.

---A duty or a period of keeping of some case of a register.
---@class ombud.Due
---@field case integer Its number.
---@field name string Such as "acknowledge".
---@field item string Such as "r1".
---@field duty boolean false for a period of keeping.
---@field status string As of the present: "open", "overdue" or "expired".
---@field due? string Its last day.
---@field days integer Days from the present to it, below 0 past it.
---@field bearer string[] Roles.
---@field addressee string[] Roles.
---@field provision? ombud.Provision Whose row runs.
---@field row? integer That row.

---Why a case cannot be deleted.
---@class ombud.Hold
---@field kind string "duty", "term", "retention" or "event".
---@field name string The term, or the event.
---@field item string Such as "r1".
---@field due? string The last day of the term.
---@field ruling? string Of an event: how it is judged.
---@field provision? ombud.Provision On which it rests.

---What is left of a deleted case.
---@class ombud.Tombstone
---@field number integer Its number.
---@field on string The present when it was deleted.
---@field digest? string The head of its chain, as bytes.

---Several cases looked at together. Each duty and each finding has `of`, the position of its case, and no `text`.
---@class ombud.Together
---@field duties ombud.Term[] Open or overdue, by last day.
---@field findings ombud.Finding[] By first day.
---@field next_change? string The next day on which time alone changes an answer about any of them.

---A table that was counted.
---@class ombud.Figure
---@field name string Its name in the law.
---@field label string In the language asked for.
---@field item string The kind of item counted.
---@field provision? ombud.Provision That asks for it.
---@field row integer Its row of the law.
---@field axes table[] What it is told apart by, at most two: `by` and `values`, a list of `name` and `label`.
---@field cells ombud.Count[][] Its rows, with totals last: cells[row][column].
---@field base? ombud.Count Told apart by a term: how many count at all.
---@field unknown ombud.Count Items of which it is not known whether they count.

---A count of a table.
---@class ombud.Count
---@field count? integer Absent if withheld.
---@field withheld boolean It is under the threshold, or would give one away that is.
---@field total boolean Of a row, of a column, or of all.

---Something that differs between two cases of one journal.
---@class ombud.Move
---@field kind string "verdict", "finding" or "term".
---@field name string Of the event, the term or the requirement.
---@field item? string The item.
---@field position? integer Verdicts: the line of the journal.
---@field before? ombud.Moved Absent if it is not there.
---@field after? ombud.Moved Absent if it is not there.

---One side of what differs.
---@class ombud.Moved
---@field word? string The verdict, the kind of finding or the status of the term.
---@field first? string The first day of a finding, the opening of a term, the day of a verdict.
---@field last? string The day a finding ended, the last day of a term.
---@field provision? ombud.Provision Of the law of that side.

---A flaw of a law.
---@class ombud.Flaw
---@field kind string Such as "guard that never refuses".
---@field warning boolean To be looked at; false is wrong.
---@field line? integer In the `.law` text.
---@field provision? ombud.Provision Absent for structure.
---@field what string Such as "report.closed".
---@field row? string The row as printed.
---@field sentence string What is wrong.
---@field remedy string What would be right.
---@field witness? string A `.case` text that shows it.

---How a law is explored.
---@class ombud.Exploring
---@field recorded? boolean Events that are not permitted too.
---@field readings? boolean Also each other alternative of each reading, one at a time.
---@field item? string One kind of item; all if not said.
---@field with? string Kinds that may walk together, or single events, with commas between; all if not said.
---@field situations_max? integer Of one walk; 20,000 if not said.
---@field lang? string "en", "fr" or "nl", of provisions.

---What an exploration came to.
---@class ombud.Exploration
---@field walks ombud.Walk[] Each walk.
---@field invariants ombud.Invariant[] Each invariant of the law.
---@field flaws ombud.Flaw[] What was found.

---One walk.
---@class ombud.Walk
---@field item string The kind of item.
---@field reading? string Such as "Q-02 acknowledgement"; absent for the law as it stands by itself.
---@field whole boolean Whether every situation was walked.
---@field situations integer How many.
---@field steps integer From one to another or the same.
---@field bounded? string What was left out, one thing a line.

---An invariant, judged.
---@class ombud.Invariant
---@field name string Such as "report.secret".
---@field label? string In English.
---@field text string As printed.
---@field line integer In the `.law` text.
---@field judged integer How often it was judged.
---@field told integer How often it could have been otherwise.
---@field broken integer How often it did not hold.

---The fourth value of a failure. A call may add what it says.
---@class ombud.Failure
---@field status integer The number of the status.
---@field what? string What is wrong and why.
---@field remedy? string What would be right.
---@field excerpt? string The token at fault.
---@field nearest? string The known name nearest to an unknown one.
---@field line? integer Where the text is wrong.
---@field column? integer In bytes, from 1.
---@field at? integer Of several events the one at fault.
---@field first? integer Of a journal the first line that differs.
---@field taken? integer Of a journal with numbers the lines that were taken.

---What happens. First its name and its item ("report.received", "r1"); "fact", ITEM and "link", ITEM, LINK, ITEM and "void", POSITION are events too. Any other key is an argument or a fact of the event; true and false are yes and no.
---@class ombud.Event
---@field on string The day it happened.
---@field by? string|integer Who acts, such as "p2".
---@field entered? string The day it was written down; the same day if not said.
---@field facts? table Facts, where a name is one of the keys above.

---As of when, for whom and in which language something is asked. A day alone will do; nothing at all is the last day of the journal.
---@class ombud.Question
---@field on? string The day.
---@field known_by? string Leaves out what was entered later.
---@field audience? string|string[] Roles of who will see the answer: what they may not know is absent.
---@field person? string|integer The person who will see it.
---@field lang? string "en", "fr" or "nl", of labels and texts.
---@field role? string For case:next(): whose acts.

---A question, and how it is written out.
---@class ombud.Rendering
---@field on? string The day.
---@field known_by? string Leaves out what was entered later.
---@field audience? string|string[] Roles of who will see it.
---@field person? string|integer The person who will see it.
---@field lang? string "en", "fr" or "nl".
---@field name? string A name to put in the heading, such as a file's.
---@field colour? boolean ANSI colours in text.
---@field domain? string Calendar: what stands after the @ of each UID.
---@field salt? string Calendar: at least 16 bytes that the host keeps to itself.
---@field uid? function Calendar: a keyed digest of 16 bytes of the string it is given.
---@field detailed? boolean Calendar: names case, duty, roles and provision.
---@field alarm_days? integer Calendar: an alarm so many days before, 1 to 365.

---A host's cryptography. An error in it is raised again by the call that came to it; it may not call back into the case.
---@class ombud.Chain
---@field digest function Given the digest before ("" for the first line) and the line; returns 1 to 64 bytes.
---@field match? function Given the digest before, the line and what is stored; says whether they belong together.

---The provision that something rests on.
---@class ombud.Provision
---@field id string Such as "15.4.a4.1".
---@field citation string As printed.
---@field gloss? string In a sentence of our own.

---Everything about a provision.
---@class ombud.WholeProvision
---@field id string Such as "15.4.a4.1".
---@field citation string As printed.
---@field anchor? string A few words by which it is found in the source.
---@field gloss? string In a sentence of our own.
---@field modality? string "duty", "power", "deadline", "prohibition" …
---@field why? string For recorded and outside: the reason.
---@field treatment string "executed", "recorded", "outside" or "unspecified".
---@field from? string Since when it is in force, where that is known.
---@field held? string Since when its wording is held, where that is later.
---@field ended? string Its last day in force.
---@field line integer In the `.law` text.

---A word that a law declares.
---@class ombud.Word
---@field name string Stable, qualified where it belongs to an item.
---@field label string In the language asked for.
---@field question? string Facts: what to ask a person.
---@field owner? string The item it belongs to, or the argument of a choice.
---@field roles? string[] Events: who may bring it; facts: who states it; empty is anybody.
---@field silence_no? boolean Facts: what is not recorded is no.
---@field duty? boolean Terms: whether somebody bears it.
---@field type? string Arguments: "item", "choice", "day", "period" or "none".
---@field arguments? ombud.Word[] Events.
---@field choices? ombud.Word[] Arguments of events.
---@field leads_to? string Links, and arguments that carry an item: the kind of item it leads to.
---@field former? string[] The names it had before, the first first: they are understood wherever a name is given.

---A row of a law.
---@class ombud.Row
---@field kind string "definition", "move", "guard", "term", "answer", "requirement", "exclusion", "withholding" or "figure".
---@field text string As printed.
---@field reading? string The reading it rests on, such as "Q-02 receipt".
---@field provision? string The id of its provision; absent for structure.
---@field line integer In the `.law` text.

---An open question of the text.
---@class ombud.Reading
---@field name string Such as "Q-02".
---@field question string In the language asked for.
---@field part string "reading", "length", "fact" or "fixed".
---@field detail? string The length or the fact that decides.
---@field alternatives ombud.Alternative[] Of a reading.

---One of the arguable meanings.
---@class ombud.Alternative
---@field name string Its name in settings.
---@field label? string In the language asked for.
---@field chosen string By default "chosen", "open" or "dropped".

---A thing in a case.
---@class ombud.Item
---@field name string Such as "r1".
---@field kind string Such as "report".
---@field number integer 1 in "r1".
---@field roles? string[] Persons: what they were declared with.

---A line of the journal.
---@class ombud.Entry
---@field on string The day it happened.
---@field entered string The day it was written down.
---@field by? string Who acted.
---@field role? string The one role in which they acted, where the line says it.
---@field voided boolean Struck out by a later line.
---@field text string In canonical form.

---What one event changed.
---@class ombud.Changes
---@field ruling? string How it was judged.
---@field states table[] `item`, `before` and `after` of each item that moved.
---@field terms ombud.Term[] Terms that opened or ended.
---@field findings ombud.Finding[] Findings that arose.

---Whether something may happen.
---@class ombud.Verdict
---@field kind string "permitted", "forbidden", "undetermined", "not_foreseen" or "no_text"; under a proposal, plan or policy "conforms" and "departs".
---@field because? string The citation of the provision that decided.
---@field provision? ombud.Provision That provision.
---@field row? integer The row that decided.
---@field unmet ombud.Unmet[][] What would let it pass: any one set as a whole, the cheapest first.
---@field stated ombud.Stated[] The stated facts it rests on, in the order in which the law's rows read them.
---@field text string All this in words.

---A fact, or what an argument came to, that was stated and on which a decision rests.
---@class ombud.Stated
---@field name string Of the fact; of an argument "channel is internal".
---@field item string The item it is about.
---@field truth string "yes" or "no".
---@field position? integer The line of the journal that stated it last; absent if it was supposed with the event asked about.
---@field on string The day of that line, or of the event asked about.

---A condition that is not met.
---@class ombud.Unmet
---@field kind string "fact", "state", "role", "term", "wait", "link", "reading", "length", "wording", "actor", "day" or "concerned".
---@field name? string Of the fact, state, term …
---@field item? string The item it is about.
---@field wanted? string Facts: what it would have to be. States, terms, roles and actors: "yes", or "no" if it must not be so.
---@field now? string Facts: what it is.
---@field who string[] Roles that can meet it.
---@field by_event? string An event that would make it so.
---@field from? string Waits: the day from which it holds.
---@field status? string Terms: the status it must have or, as `wanted` says, must not.
---@field backward? boolean Links: whether it must lead to the item, not from it.
---@field provision? ombud.Provision The provision that asks for it.

---A duty or another term of an item.
---@class ombud.Term
---@field name string Such as "acknowledge".
---@field label string In English.
---@field item string Such as "r1".
---@field duty boolean Whether somebody bears it.
---@field status string "open", "met", "met_late", "overdue", "expired", "excused" or "lapsed".
---@field extended boolean Whether its period was extended.
---@field bearer string[] Roles.
---@field addressee string[] Roles.
---@field provision? ombud.Provision Whose row runs.
---@field row? integer That row.
---@field opened string The day of the opening event.
---@field due? string Its last day.
---@field derivation? ombud.Derivation How that came about.
---@field no_due? string Why it has no last day: "no_period", "length_unset", "not_started", "no_text", "out_of_range", "no_calendar" or "undetermined".
---@field length? string The host length it depends on.
---@field closed? string The day it was met, lapsed or was excused.
---@field days integer Open: days that are left, or days since the opening; else days past the last.
---@field reading? string The reading it rests on.
---@field yearly boolean Whether its last day is a day of the year.
---@field text string All this in words.

---The steps to a last day.
---@class ombud.Derivation
---@field start string The day of the event, not counted.
---@field period? string What ran.
---@field unrolled string Its last day before any roll.
---@field due string The last day.
---@field month_end boolean Whether the month had no such day.
---@field roll string "none", "next_working_day" or "previous_working_day".
---@field rolled_days integer How far it was rolled.
---@field because? string Why the unrolled day was no working day.

---What was found wrong.
---@class ombud.Finding
---@field kind string "breach", "late" or "not_shown".
---@field name string Of the duty, event or requirement.
---@field item? string The item.
---@field since string Its first day.
---@field ended? string The day it was met or put right.
---@field provision? ombud.Provision What was not kept.
---@field row? integer Its row.
---@field answerable string[] Roles.
---@field by? string Who acted.
---@field position? integer The line of the journal it arose from.
---@field cured_by? integer Of what `cured` lists: the line with which it went.
---@field cured_on? string The day that line was entered.
---@field text string All this in words.

---The answer to a question of the law.
---@class ombud.Answer
---@field outcome string "answered", "undetermined", "none" or "conflict".
---@field value? string If it was answered.
---@field because? string The citation of the provision that decided.
---@field provision? ombud.Provision That provision.
---@field unmet ombud.Unmet[][] What would decide it.
---@field stated ombud.Stated[] The stated facts that made the row that decided so.
---@field text string All this in words.

---Something that is open to somebody.
---@class ombud.Action
---@field event string Such as "report.acknowledged".
---@field item string Such as "r1".
---@field roles string[] Who may bring it; empty is anybody.
---@field ruling? string "permitted" or "undetermined".
---@field meets_duty boolean Whether a duty waits for it.
---@field due? string The last day of that duty.
---@field provision? ombud.Provision Of the duty, else of the move.

---A step of a timeline.
---@class ombud.Step
---@field kind string "event", "due" or "then".
---@field on string Its day.
---@field entered? string Events: the day it was written down.
---@field position? integer Events: the line of the journal.
---@field name string The event or the term.
---@field item? string The item.
---@field by? string Who acted.
---@field role? string The one role in which they acted, where the line says it.
---@field ruling? string How it was judged when it happened.
---@field provision? ombud.Provision On which it rests.
---@field state? string The state afterwards.
---@field term? integer Last days: the position among case:terms() of the same question.
---@field text string All this in words.

---What an answer rests on.
---@class ombud.Receipt
---@field library_version integer As ombud.version_number.
---@field law string Its name.
---@field source? string What the law is taken from.
---@field law_digest string Tells revisions of the law apart.
---@field settings_digest string Tells settings apart.
---@field as_of string The day asked about.
---@field known_by? string If it was said.
---@field verified boolean Whether the wording was verified up to that day.
---@field events integer Lines of the journal that counted.

---How the expectations of a run were met.
---@class ombud.Report
---@field passed integer How many were.
---@field failed integer How many were not.
---@field expectations ombud.Expectation[] Each of them.

---An expectation, judged.
---@class ombud.Expectation
---@field met boolean Whether it was.
---@field line integer Where it stands.
---@field text string As written.
---@field got? string What came out.
---@field would_hold? string The line that would hold.
---@field provision? ombud.Provision The provision that decided what came out.

---Something that is counted.
---@class ombud.Covered
---@field covered boolean Whether it is covered.
---@field gap? string Why not.
---@field line integer In the `.law` text.
---@field what? string The condition, the outcome, the day, the span, the row or the provision.
---@field reading? string The reading that the row rests on.
---@field provision? ombud.Provision On which it rests.
---@field row? integer The row.

return ombud
