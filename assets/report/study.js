// SPDX-License-Identifier: MIT
// The page on a study: what was varied, and what of it matters.
'use strict';
const mostBars = 15;

/** Of a study, or of the policies of a search. */
function factorOf(key) { return (data.factors ?? data.levers).find((factor) => factor.key === key); }
function factorName(key) { return pick(factorOf(key)?.labels ?? {}) || key; }

/** A name that fits beside a bar: of a clause its id and its first words, which the table has in full. */
function barName(key) {
  const name = factorName(key), most = language === 'zh' ? 18 : 36;
  if (name.length <= most + 8) return name;
  const words = key.startsWith('clause.') ? name.slice(name.search(/[："]/) + 1) : name;
  return (key.startsWith('clause.') ? key.slice(7) + ' ' : '') + words.slice(0, most) + '…';
}

function outcomeName(outcome) { return pick(outcome.labels) || outcome.name; }

function factorValue(factor, value) {
  if (!isNumber(value)) return '–';
  return settingText(factor, value);
}

function distributionText(factor) {
  const d = factor.distribution;
  const show = (value) => factorValue(factor, value);
  if (d.values.length > 0) return d.values.map(show).join(words('comma'));
  const shown = shownUnit(factor.unit);
  const range = factor.choices.length > 0 ? words('from_to', show(d.min), show(d.max))
    : (words('from_to', tick(d.min * shown.factor), tick(d.max * shown.factor)) + ' ' + shown.words).trim();
  if (d.kind === 'normal') return words('normal', show(d.centre), show(d.sd), range);
  if (d.kind === 'triangular') return words('triangular', show(d.centre), range);
  return d.kind === 'log_uniform' ? words('log_uniform', range) : range;
}

function factorsSection(factors = data.factors, title = 'factors') {
  const head = ['factor', 'range', 'default', 'status', 'source'].map((key, i) => element('th', i > 2 ? {class: 'left'} : {}, words('factor_' + key)));
  const rows = factors.map((factor) => element('tr', {}, element('td', {}, pick(factor.labels) || factor.key, element('small', {}, factor.key)),
    element('td', {}, distributionText(factor)), element('td', {}, factorValue(factor, factor.default)),
    element('td', {class: 'left'}, factor.status ? words('status_' + factor.status) : '–'), element('td', {class: 'left'}, factor.source || '–')));
  return [element('h2', {}, words(title, factors.length)),
    element('table', {class: 'factors'}, element('thead', {}, element('tr', {}, head)), element('tbody', {}, rows))];
}

function distributionFigure(outcome, shown) {
  const {factor} = shown;
  const bins = outcome.bins.map((bin) => ({...bin, from: bin.from * factor, to: bin.to * factor}));
  return figure(words('distribution'), () => histogramOption(bins, shown.words), 250);
}

/** The greatest first; `name` is the member that is drawn. */
function ranked(rows, name) {
  return [...rows].sort((a, b) => (b[name] ?? 0) - (a[name] ?? 0)).slice(0, mostBars);
}

function indexBars(title, note, rows, name, extra = {}) {
  const bars = ranked(rows, name).map((row) => ({name: barName(row.factor), value: row[name], lo: row[name + '_lo'], hi: row[name + '_hi']}));
  return figure(title, () => barsOption(bars, '', extra), 56 + bars.length * 25, note);
}

function morrisFigures(rows, shown) {
  if (rows.length === 0) return [];
  const {factor} = shown;
  const scaled = rows.map((row) => ({factor: row.factor, mu_star: times(row.mu_star, factor), mu_star_lo: times(row.mu_star_lo, factor),
    mu_star_hi: times(row.mu_star_hi, factor)}));
  const points = rows.map((row) => ({name: barName(row.factor), x: times(row.mu_star, factor), y: times(row.sigma, factor), xlo: times(row.mu_star_lo, factor),
    xhi: times(row.mu_star_hi, factor), ylo: times(row.sigma_lo, factor), yhi: times(row.sigma_hi, factor)}));
  const unit = shown.words ? ` (${shown.words})` : '';
  return [figure(words('morris_plane'), () => planeOption(points, 'μ*' + unit, 'σ' + unit), 370, words('morris_note')),
    indexBars(words('morris_bars') + unit, '', scaled, 'mu_star')];
}

function sobolFigures(rows) {
  if (rows.length === 0) return [];
  const names = ranked(rows, 'st');
  const bars = (key) => names.map((row) => ({name: barName(row.factor), value: row[key], lo: row[key + '_lo'], hi: row[key + '_hi']}));
  const height = 56 + names.length * 25;
  return [element('div', {class: 'grid'}, figure(words('sobol_first'), () => barsOption(bars('s1'), '', {label: percent, labelWidth: 128}), height),
    figure(words('sobol_total'), () => barsOption(bars('st'), '', {label: percent, labelWidth: 128, colour: palette[2]}), height)),
    element('p', {class: 'note'}, words('sobol_note'))];
}

function givenFigures(analysis) {
  const figures = [];
  for (const [key, colour] of [['pawn', palette[3]], ['delta', palette[4]]]) {
    const rows = analysis[key];
    if (rows.length === 0) continue;
    const dummies = rows.map((row) => row.dummy).filter(isNumber);
    figures.push(indexBars(words(key), '', rows, key, {colour, labelWidth: 128, marker: dummies.length > 0 ? Math.max(...dummies) : undefined}));
  }
  return figures.length === 0 ? [] : [element('div', {class: 'grid'}, figures), element('p', {class: 'note'}, words('given_note'))];
}

function primParts(analysis) {
  if (analysis.prim.length === 0) return [];
  const items = analysis.prim.map((box) => element('li', {}, pick(box.text),
    element('small', {class: 'soft'}, ' ' + words('box', percent(box.coverage), percent(box.density), percent(box.mass)))));
  const note = analysis.target ? [element('p', {class: 'note'}, words('prim_note', percent(analysis.target.density)))] : [];
  return [element('h3', {}, words('prim')), ...note, element('ul', {}, items)];
}

function variancePart(analysis) {
  const split = analysis.variance;
  if (!split) return [];
  const rows = ['parameters', 'seeds'].map((key) => ({name: words('variance_' + key), value: split[key], lo: split[key + '_lo'], hi: split[key + '_hi']}));
  return [figure(words('variance'), () => barsOption(rows, '', {label: percent, colour: palette[5]}), 120,
    words('variance_note', split.points, split.replications))];
}

function tornadoPart(outcome, shown) {
  if (outcome.tornado.length === 0) return [];
  const {factor} = shown;
  const rows = outcome.tornado.slice(0, 25).map((row) => ({name: barName(row.factor), low: times(row.low, factor), high: times(row.high, factor)}));
  const base = words('tornado_note', quantity(outcome.base, outcome.unit));
  const cell = (row, side) => element('td', {}, signed(times(row[side], factor)), element('small', {}, interval({lo: row[side + '_lo'], hi: row[side + '_hi']}, outcome.unit, signed)));
  const head = [words('factor_factor'), words('tornado_low'), words('tornado_high')].map((text) => element('th', {}, text));
  const body = outcome.tornado.slice(0, 25).map((row) => element('tr', {}, element('td', {}, factorName(row.factor)), cell(row, 'low'), cell(row, 'high')));
  return [figure(words('tornado'), () => tornadoOption(rows, shown.words), 90 + rows.length * 25, base),
    element('table', {}, element('thead', {}, element('tr', {}, head)), element('tbody', {}, body))];
}

function outcomeSection(outcome) {
  const shown = shownUnit(outcome.unit);
  const parts = [element('h2', {}, outcomeName(outcome))];
  const s = outcome.summary;
  if (s.n === 0) return [...parts, element('p', {}, words('no_value', outcomeName(outcome)))];
  parts.push(element('p', {}, words('outcome_summary', s.n, quantity(s.mean, outcome.unit), quantity(s.p05, outcome.unit), quantity(s.p95, outcome.unit))));
  parts.push(distributionFigure(outcome, shown), ...tornadoPart(outcome, shown));
  const {analysis} = outcome;
  if (!analysis) return parts;
  parts.push(...morrisFigures(analysis.morris, shown), ...sobolFigures(analysis.sobol), ...givenFigures(analysis), ...primParts(analysis), ...variancePart(analysis));
  if (analysis.remarks.length > 0) {
    parts.push(element('h3', {}, words('remarks')), element('ul', {class: 'note'}, analysis.remarks.map((remark) => element('li', {}, pick(remark)))));
  }
  return parts;
}

/** Which factors come first for each outcome, in a sentence. */
function studySentences() {
  return data.outcomes.map((outcome) => {
    const a = outcome.analysis;
    const [rows, name] = !a ? [[], ''] : a.sobol.length > 0 ? [a.sobol, 'st'] : a.morris.length > 0 ? [a.morris, 'mu_star'] : [a.delta, 'delta'];
    const spread = (row) => Math.max(row.low ?? 0, row.high ?? 0, 0) - Math.min(row.low ?? 0, row.high ?? 0, 0);
    // A factor counts if it reaches more than one that does nothing, and has an effect above zero.
    const keys = rows.length > 0 ? ranked(rows, name).filter((row) => row[name] > (row.dummy ?? 0)).map((row) => row.factor)
      : [...outcome.tornado].sort((x, y) => spread(y) - spread(x)).map((row) => row.factor);
    if (outcome.summary.n === 0 || (rows.length === 0 && keys.length === 0)) return null;
    if (keys.length === 0) return element('li', {}, words('nothing_matters', outcomeName(outcome)));
    return element('li', {}, words('matters', outcomeName(outcome), keys.slice(0, 3).map(barName).join(words('comma'))));
  }).filter((item) => item !== null);
}

function studyPage() {
  const {design} = data;
  const title = pick(data.labels) || data.name;
  const parts = [element('h1', {}, title), element('p', {class: 'soft'}, pick(data.about))];
  if (data.runs.failed > 0) parts.push(element('p', {class: 'warning'}, words('failed_runs', data.runs.failed)));
  if (!data.complete) parts.push(element('p', {class: 'warning'}, words('incomplete_study')));
  const names = data.scenarios.map((scenario) => pick(scenario.labels) || scenario.name);
  parts.push(element('h2', {}, words('summary')), element('p', {}, words('study_basis', words('design_' + design.kind), data.factors.length, data.points,
    names.join(words('comma')), data.runs.ok + data.runs.failed, data.runs.failed)), element('ul', {}, studySentences()));
  if (data.no_analysis) parts.push(element('p', {class: 'note'}, words(data.no_analysis)));
  return [...parts, ...factorsSection(), ...data.outcomes.flatMap(outcomeSection)];
}
