// SPDX-License-Identifier: MIT
// The page on a study: what was varied, and what of it matters.
'use strict';
const mostBars = 15;

/** Of a study, or of the policies of a search. */
function factorOf(key) { return (data.factors ?? data.levers).find((factor) => factor.key === key); }
function factorName(key) { return pick(factorOf(key)?.labels ?? {}) || key; }

/** A name that fits beside a bar: of a clause its id and its first words, which the table has in full. */
function barName(key) {
  const name = factorName(key), most = language === 'zh' ? 16 : 34;
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

const mostCurves = 6;

function levelText(factor, level) { return settingText(factorOf(factor), level.value); }

/** The ends of each factor's levels, as bars to both sides. */
function tornadoFigure(rows, shown, title, caption) {
  const bars = rows.slice(0, 25).map(({factor, levels}) => {
    const [first, last] = [levels[0], levels[levels.length - 1]];
    const side = (level) => ({value: times(level.mean, shown.factor), lo: times(level.lo, shown.factor), hi: times(level.hi, shown.factor)});
    return {name: barName(factor), low: side(first), high: levels.length > 1 ? side(last) : {value: null}};
  });
  return figure(title, () => tornadoOption(bars, shown.words), 90 + bars.length * 25, caption);
}

/** How the outcome runs along the levels of the factors that move it most, with intervals. */
function curveFigures(rows, shown) {
  const figures = rows.filter(({levels, range}) => levels.length > 1 && range > 0).slice(0, mostCurves).map(({factor, levels}) => {
    const scaled = (member) => levels.map((level) => times(level[member], shown.factor));
    return figure(barName(factor), () => curveOption(levels.map((level) => levelText(factor, level)), scaled('mean'), scaled('lo'), scaled('hi'),
      shown.words), 190);
  });
  return figures.length === 0 ? [] : [element('p', {class: 'note'}, words('curves_note')), element('div', {class: 'grid'}, figures)];
}

function effectsTable(rows, outcome) {
  const shown = shownUnit(outcome.unit, true);
  const head = ['factor_factor', 'effect_range', 'effect_level', 'effect_change', 'effect_interval'].map((key, i) => element('th', i === 2 ? {class: 'left'} : {}, words(key)));
  const body = rows.flatMap(({factor, levels, range, clear}) => levels.map((level, i) => {
    const isFirst = i === 0, attributes = isClear(level) ? {} : {class: 'unclear'};
    return element('tr', isFirst ? {class: 'first'} : {}, element('td', {}, isFirst ? factorName(factor) : ''),
      element('td', {}, isFirst ? number(times(range, shown.factor)) + (clear ? ' *' : '') : ''), element('td', {class: 'left'}, levelText(factor, level)),
      element('td', attributes, signed(times(level.mean, shown.factor)) + (isClear(level) ? ' *' : '')), element('td', attributes, interval(level, outcome.unit, signed)));
  }));
  return element('table', {class: 'effects'}, element('thead', {}, element('tr', {}, head)), element('tbody', {}, body));
}

function effectsParts(outcome, analysis) {
  const rows = analysis.effects;
  if (rows.length === 0) return [];
  const shown = shownUnit(outcome.unit, true);
  const isFactorial = data.design.kind === 'full_factorial';
  const caption = isFactorial ? words('main_effects_note') : words('tornado_note', quantity(outcome.base, outcome.unit));
  return [tornadoFigure(rows, shown, words(isFactorial ? 'main_effects' : 'tornado'), caption), ...curveFigures(rows, shown), effectsTable(rows, outcome), element('p', {class: 'note'}, words('effects_note', shown.words))];
}

function clausesParts(outcome, analysis) {
  const rows = analysis.clauses.filter(({main, leave_one_out: out, add_one_in: one}) => [main, out, one].some(({p}) => isNumber(p) && p < 1));
  if (rows.length === 0) return [];
  const shown = shownUnit(outcome.unit, true);
  const bars = rows.slice(0, 25).map(({factor, main}) => ({name: barName(factor), value: times(main.mean, shown.factor), lo: times(main.lo, shown.factor), hi: times(main.hi, shown.factor)}));
  const cell = (effect) => element('td', isClear(effect) ? {} : {class: 'unclear'}, signed(times(effect.mean, shown.factor)) + (isClear(effect) ? ' *' : ''),
    element('small', {}, interval(effect, outcome.unit, signed)));
  const head = ['clause', 'clause_main', 'clause_out', 'clause_in', 'clause_clear'].map((key) => element('th', {}, words(key)));
  const body = rows.slice(0, 40).map(({factor, main, leave_one_out: out, add_one_in: one, clear}) => element('tr', {},
    element('td', {}, clauseName(factor), element('small', {}, factor.slice('clause.'.length))), cell(main), cell(out), cell(one), element('td', {}, clear ? words('yes') : '')));
  return [figure(words('clause_bars'), () => barsOption(bars, shown.words, {colour: palette[1], labelWidth: 320}), 66 + bars.length * 25, words('clause_note')),
    element('table', {class: 'clauses'}, element('thead', {}, element('tr', {}, head)), element('tbody', {}, body)), ...unshown(rows.length - 40)];
}

function unshown(count) { return count > 0 ? [element('p', {class: 'note'}, words('clauses_unshown', count))] : []; }

/** The clause itself, without the words about its intensity. */
function clauseName(key) {
  return factorName(key).replace(/^条款力度：|^Intensity of "|"$/g, '');
}

function pairingPart(analysis) {
  const {pairing} = analysis;
  if (!pairing) return [];
  return [element('p', {class: 'note'}, words('pairing_' + pairing.between, number(pairing.factor), pairing.runs, number(pairing.runs_saved)))];
}

function outcomeSection(outcome) {
  const shown = shownUnit(outcome.unit, outcome.difference);
  const parts = [element('h2', {}, outcomeName(outcome))];
  const s = outcome.summary;
  if (s.n === 0) return [...parts, element('p', {}, words('no_value', outcomeName(outcome)))];
  parts.push(element('p', {}, words('outcome_summary', s.n, quantity(s.mean, outcome.unit), quantity(s.p05, outcome.unit), quantity(s.p95, outcome.unit))));
  parts.push(distributionFigure(outcome, shown));
  const {analysis} = outcome;
  if (!analysis) return parts;
  parts.push(...effectsParts(outcome, analysis), ...clausesParts(outcome, analysis), ...morrisFigures(analysis.morris, shown), ...sobolFigures(analysis.sobol), ...givenFigures(analysis), ...primParts(analysis), ...variancePart(analysis), ...pairingPart(analysis));
  if (analysis.remarks.length > 0) {
    parts.push(element('h3', {}, words('remarks')), element('ul', {class: 'note'}, analysis.remarks.map((remark) => element('li', {}, pick(remark)))));
  }
  return parts;
}

/** Factors that matter for an outcome, the first first, each with how much it does: by effects that are more than noise, or by an index
    beyond what a factor that does nothing reaches. */
function mattering(outcome) {
  const a = outcome.analysis, shown = shownUnit(outcome.unit, true);
  const amount = (value, show) => `${show(times(value, shown.factor))} ${shown.words}`.trim();
  const clear = (rows, text) => rows.filter((row) => row.clear).map((row) => [row.factor, text(row)]);
  if (a.clauses.length > 0) return clear(a.clauses, (row) => amount(row.main.mean, signed));
  if (a.effects.length > 0) return clear(a.effects, (row) => words('matters_range', amount(row.range, number)));
  const [rows, name, text] = a.sobol.length > 0 ? [a.sobol, 'st', (value) => words('matters_st', percent(value))]
    : a.morris.length > 0 ? [a.morris, 'mu_star', (value) => 'μ* ' + amount(value, number)] : [a.delta, 'delta', (value) => words('matters_delta', number(value))];
  return ranked(rows, name).filter((row) => row[name] > (row.dummy ?? 0) && (row[name + '_lo'] ?? 1) > 0).map((row) => [row.factor, text(row[name])]);
}

/** Which factors come first for each outcome, in a sentence. */
function studySentences() {
  return data.outcomes.map((outcome) => {
    if (outcome.summary.n === 0 || !outcome.analysis) return null;
    const found = mattering(outcome).slice(0, 3).map(([factor, amount]) => words('matters_factor', inside(barName(factor)), amount));
    if (found.length === 0) return element('li', {}, words('nothing_matters', outcomeName(outcome)));
    return element('li', {}, words('matters', inside(outcomeName(outcome)), found.join(words('comma'))));
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
  return [...parts, ...data.outcomes.flatMap(outcomeSection), ...factorsSection()];
}
