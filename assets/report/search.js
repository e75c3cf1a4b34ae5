// SPDX-License-Identifier: MIT
// The page on a search: the front of policies, what each changes, and how far to trust it.
'use strict';
const money = 'million yuan';

function statisticText(statistic) {
  const text = words('robust_' + statistic.kind, tick(100 * (1 - statistic.share)));
  return statistic.is_regret ? words('robust_regret', text) : text;
}

function goalText(objective) {
  return words(objective.is_maximised ? 'maximise' : 'minimise', pick(objective.labels), statisticText(objective.statistic));
}

function limitText(limit) {
  return words(limit.is_upper ? 'at_most' : 'at_least', pick(limit.labels), quantity(limit.bound, limit.unit), statisticText(limit.statistic));
}

function isRecommended(policy) { return policy.keeps_limits && !policy.is_overtaken; }

function policyName(policy) { return policy.policy === 0 ? words('search_as_is') : words('search_policy', policy.policy); }

/** A value whose unit stands elsewhere. */
function bareSetting(lever, value) {
  if (lever.choices.length > 0) return settingText(lever, value);
  const {factor, words: unit} = shownUnit(lever.unit);
  return tick(value * factor) + (unit === '%' ? '%' : '');
}

/** `Third-party agencies 0 → 3 agencies`, one a lever that the policy changes. */
function changesOf(policy) {
  return data.levers.map((lever, f) => policy.is_changed[f]
    ? `${factorName(lever.key)} ${isNumber(lever.start) ? bareSetting(lever, lever.start) : words('search_over_time')} → ${settingText(lever, policy.values[f])}`
    : '').filter((text) => text !== '');
}

function policyText(policy) {
  const changes = changesOf(policy);
  return changes.length > 0 ? changes.join(words('semicolon')) : words('search_no_change');
}

function measured(policy, o) { return policy.objectives[o].measured; }

function objectiveValue(policy, o) { return quantity(measured(policy, o), data.objectives[o].unit); }

/** Which policy is best in each objective, and what it costs. */
function searchSentences() {
  const good = data.policies.filter(isRecommended);
  if (good.length === 0) return [element('li', {}, words('search_none'))];
  return data.objectives.map((objective, o) => {
    const isLess = objective.statistic.is_regret || !objective.is_maximised;
    const [best] = [...good].sort((a, b) => isLess ? measured(a, o) - measured(b, o) : measured(b, o) - measured(a, o));
    const others = data.objectives.map((other, i) => i === o ? '' : words('search_beside', pick(other.labels), objectiveValue(best, i))).filter((text) => text !== '');
    return element('li', {}, words('search_best', goalText(objective), policyName(best), objectiveValue(best, o), objectiveValue(data.as_is, o), others.join(words('comma')),
      quantity(best.cost_per_year.mean, money), quantity(best.cost_dearest_year.mean, money)), element('div', {class: 'soft'}, policyText(best)));
  });
}

/** What keeps policies from being recommended, and how far luck flattered the front. */
function searchCautions() {
  const items = [];
  const numbersOf = (rows) => rows.map((policy) => policy.policy).join(words('comma'));
  const broken = data.policies.filter((policy) => !policy.keeps_limits);
  const overtaken = data.policies.filter((policy) => policy.keeps_limits && policy.is_overtaken);
  if (broken.length > 0) items.push(words('search_broken', numbersOf(broken)));
  if (overtaken.length > 0) items.push(words('search_overtaken', numbersOf(overtaken)));
  if (data.measured_in_fresh_futures && data.policies.length > 0) {
    const mean = (key, o) => data.policies.reduce((sum, policy) => sum + policy.objectives[o][key], 0) / data.policies.length;
    const luck = data.objectives.map((objective, o) => words('search_luck', pick(objective.labels), quantity(mean('searched', o), objective.unit), quantity(mean('measured', o), objective.unit)));
    items.push(words('search_fresh_note', data.fresh) + luck.join(words('semicolon')) + words('stop'));
  }
  return items.map((text) => element('li', {}, text));
}

function axisName(objective) {
  const shown = shownUnit(objective.unit);
  const label = words(objective.is_maximised && !objective.statistic.is_regret ? 'search_more' : 'search_less', pick(objective.labels));
  return shown.words ? `${label} (${shown.words})` : label;
}

/** Name of a policy, its objectives and what it changes, for the pointer. */
function frontTip(policy) {
  const lines = [policyName(policy), ...data.objectives.map((objective, o) => `${pick(objective.labels)}${words('colon')}${objectiveValue(policy, o)}`),
    `${words('search_cost_per_year')}${words('colon')}${quantity(policy.cost_per_year.mean, money)}`, ...changesOf(policy)];
  const width = language === 'zh' ? 34 : 70;
  return lines.map((line) => echarts.format.encodeHTML(line.length > width ? line.slice(0, width) + '…' : line)).join('<br>');
}

/** Ends of an axis that hold all policies, and of what else was tried what lies among them. */
function extent(values) {
  const least = Math.min(...values), most = Math.max(...values), margin = 0.12 * (most - least || 1);
  return {min: least >= 0 ? Math.max(0, least - margin) : least - margin, max: most + margin};
}

/** Two objectives against each other: what was tried in grey, what is recommended numbered. */
function frontOption(x, y) {
  const factorOfObjective = (o) => shownUnit(data.objectives[o].unit).factor;
  const place = (values) => [times(values[x], factorOfObjective(x)), times(values[y], factorOfObjective(y))];
  const points = (rows) => rows.map((policy) => ({value: place(policy.objectives.map((objective) => objective.measured)), name: policyName(policy), policy}));
  const shown = [data.as_is, ...data.policies].map((policy) => place(policy.objectives.map((objective) => objective.measured)));
  const [xs, ys] = [0, 1].map((i) => extent(shown.map((point) => point[i]).filter(isNumber)));
  const tried = data.tried.map(place).filter(([a, b]) => a >= xs.min && a <= xs.max && b >= ys.min && b <= ys.max);
  const label = {show: true, position: 'top', distance: 4, fontSize: 12.5, fontWeight: 600, color: '#1b1f24', textBorderColor: '#fff', textBorderWidth: 3, formatter: (item) => item.data.policy.policy === 0 ? item.name : String(item.data.policy.policy)};
  const series = (name, rows, symbol, itemStyle, symbolSize) => ({type: 'scatter', name, data: points(rows), symbol, symbolSize, itemStyle, label, z: 5, labelLayout: {moveOverlap: 'shiftY'}});
  const ends = ({min, max}) => ({min, max, axisLabel: {formatter: tick, fontSize: 11, showMinLabel: min === 0, showMaxLabel: false}});
  return {grid: {left: 14, right: 34, top: 62, bottom: 34, containLabel: true}, legend: {top: 0, left: 'center', itemWidth: 13, itemHeight: 11, textStyle: {fontSize: 12}},
    xAxis: valueAxis(axisName(data.objectives[x]), {nameLocation: 'middle', nameGap: 28, nameTextStyle: {fontSize: 12, color: '#59626d', align: 'center'}, ...ends(xs)}),
    yAxis: valueAxis(axisName(data.objectives[y]), {nameTextStyle: {align: 'left', color: '#59626d', fontSize: 12}, ...ends(ys)}),
    series: [{type: 'scatter', name: words('search_tried'), data: tried, symbolSize: 4, itemStyle: {color: '#b9c0c9', opacity: 0.75}, silent: true},
      series(words('search_as_is'), [data.as_is], 'diamond', {color: palette[0]}, 15),
      series(words('search_recommended'), data.policies.filter(isRecommended), 'circle', {color: palette[1]}, 13),
      series(words('search_is_overtaken'), data.policies.filter((policy) => policy.keeps_limits && policy.is_overtaken), 'emptyCircle', {color: palette[3]}, 11),
      series(words('search_breaks'), data.policies.filter((policy) => !policy.keeps_limits), 'path://M0,2L2,0L6,4L10,0L12,2L8,6L12,10L10,12L6,8L2,12L0,10L4,6Z', {color: palette[2]}, 12)],
    tooltip: {confine: true, formatter: (item) => frontTip(item.data.policy)}};
}

function frontFigures() {
  if (data.policies.length === 0) return [];
  const others = data.objectives.slice(1).map((objective, i) => figure(words('search_front', pick(data.objectives[0].labels), pick(objective.labels)),
    () => frontOption(0, i + 1), 430, words(data.measured_in_fresh_futures ? 'search_front_note' : 'search_front_note_unfinished')));
  const ranges = data.objectives.map((objective, o) => {
    const {factor, words: unit} = shownUnit(objective.unit);
    const rows = [data.as_is, ...data.policies].map((policy) => ({name: policyName(policy) + markOf(policy), value: times(policy.objectives[o].summary.p50, factor),
      lo: times(policy.objectives[o].summary.p05, factor), hi: times(policy.objectives[o].summary.p95, factor)}));
    return figure(pick(objective.labels) + (unit ? ` (${unit})` : ''), () => barsOption(rows, '', {colour: palette[o + 1], labelWidth: 90}), 60 + rows.length * 25);
  });
  return [...others, element('h3', {}, words('search_ranges')), element('p', {class: 'note'}, words('search_ranges_note')), element('div', {class: 'grid'}, ranges)];
}

function markOf(policy) { return !policy.keeps_limits ? '\u00a0!' : policy.is_overtaken ? '\u00a0~' : ''; }

function objectiveCells(policy) {
  return data.objectives.flatMap((objective, o) => {
    const {factor} = shownUnit(objective.unit);
    const {summary, difference} = policy.objectives[o];
    const range = interval({lo: summary.p05, hi: summary.p95}, objective.unit, number);
    const value = element('td', {}, number(times(measured(policy, o), factor)), element('small', {}, range));
    return policy.policy === 0 ? [value, element('td', {}, '–')] : [value, differenceCell(difference, objective.unit)];
  });
}

function policiesTable() {
  const head = [element('th', {}, words('search_policies')), ...data.objectives.flatMap((objective) => [element('th', {}, axisName(objective)), element('th', {}, words('search_difference'))]),
    ...['search_cost_per_year', 'search_dearest_year'].map((key) => element('th', {}, words(key), element('small', {}, shownUnit(money).words)))];
  const {factor} = shownUnit(money);
  const rows = [data.as_is, ...data.policies].map((policy) => element('tr', {}, element('td', {}, policyName(policy) + markOf(policy)), objectiveCells(policy),
    element('td', {}, number(times(policy.cost_per_year.mean, factor))),
    element('td', {}, number(times(policy.cost_dearest_year.mean, factor)), element('small', {}, interval({lo: policy.cost_dearest_year.p05, hi: policy.cost_dearest_year.p95}, money, number)))));
  return [element('h2', {}, words('search_table')), element('p', {class: 'note'}, words('search_table_note')),
    element('table', {}, element('thead', {}, element('tr', {}, head)), element('tbody', {}, rows))];
}

/** Levers by policies; what a policy leaves as it is stays empty. */
function leversTable() {
  const rows = data.levers.map((lever, f) => ({lever, f})).filter(({f}) => data.policies.some((policy) => policy.is_changed[f]));
  if (rows.length === 0) return [];
  const body = rows.map(({lever, f}) => element('tr', {}, element('td', {}, factorName(lever.key), element('small', {}, shownUnit(lever.unit).words)),
    element('td', {}, isNumber(lever.start) ? bareSetting(lever, lever.start) : words('search_over_time')),
    data.policies.map((policy) => element('td', {}, policy.is_changed[f] ? bareSetting(lever, policy.values[f]) : ''))));
  return [element('h2', {}, words('search_levers')), element('p', {class: 'note'}, words('search_levers_note')),
    element('table', {class: 'levers'}, element('thead', {}, element('tr', {}, element('th', {}, words('setting')), element('th', {}, words('search_as_is')),
      data.policies.map((policy) => element('th', {}, policy.policy + markOf(policy))))), element('tbody', {}, body))];
}

function progressFigure() {
  if (data.progress.length === 0) return [];
  const option = () => ({grid: {left: 30, right: 24, top: 14, bottom: 30, containLabel: true},
    xAxis: valueAxis(words('search_policies_tried'), {nameLocation: 'middle', nameGap: 26, nameTextStyle: {fontSize: 11.5, color: '#59626d'}}),
    yAxis: valueAxis('', {min: 0, max: 1, axisLabel: {formatter: (value) => percent(value), fontSize: 11}}),
    series: [{type: 'line', symbol: 'none', step: 'end', lineStyle: {color: palette[1], width: 2}, data: data.progress.map((row) => [row.tried, row.area])}],
    tooltip: {trigger: 'axis', confine: true, valueFormatter: (value) => percent(value, 1)}});
  return [figure(words('search_progress'), option, 230, words('search_progress_note'))];
}

function searchPage() {
  const parts = [element('h1', {}, pick(data.labels) || data.name), element('p', {class: 'soft'}, pick(data.about))];
  if (data.runs.failed > 0) parts.push(element('p', {class: 'warning'}, words('search_failed_runs', data.runs.failed)));
  if (!data.complete) parts.push(element('p', {class: 'warning'}, words('search_incomplete')));
  parts.push(element('h2', {}, words('summary')), element('p', {}, words('search_basis', pick(data.scenarios[0].labels) || data.scenarios[0].name, data.levers.length, data.policies_tried, data.futures,
    data.runs.ok + data.runs.failed, data.fresh)), element('p', {}, data.objectives.map(goalText).concat(data.limits.map(limitText)).join(words('semicolon')) + words('stop')));
  if (data.as_is === null) return parts;
  return [...parts, element('ul', {}, searchSentences()), element('ul', {class: 'note'}, searchCautions()), element('h2', {}, words('search_front_title')), ...frontFigures(),
    ...policiesTable(), ...leversTable(), ...progressFigure(), ...factorsSection(data.assumptions, 'search_assumptions'), ...factorsSection(data.levers, 'search_ranges_of_levers')];
}
