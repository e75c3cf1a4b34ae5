// SPDX-License-Identifier: MIT
// The page on the runs of one scenario or on several compared under the same seeds.
'use strict';
const told = ['firms_producing', 'jobs', 'output', 'factory_vacancy', 'developer_peak_funding', 'fiscal_npv'];
const milestones = ['firms_signed', 'firms_started', 'firms_producing', 'firms_at_capacity'];
const landStates = ['land_approved_not_expropriated', 'land_expropriated_not_supplied', 'land_supplied_not_used', 'land_idle'];
const causes = ['space', 'permit', 'labour', 'finance', 'service', 'market'];

function scenarioNames() {
  const labels = data.scenarios.map((scenario) => pick(scenario.labels) || scenario.name);
  return labels.map((label, i) => labels.indexOf(label) === i ? label : `${label} (${data.scenarios[i].name})`);
}

/** Wedges may be of other scenarios than the page: those keep their names. */
function labelOfScenario(name) {
  const i = data.scenarios.findIndex((scenario) => scenario.name === name);
  return i < 0 ? name : scenarioNames()[i];
}

function has(...keys) {
  return keys.every((key) => data.indicators[key] !== undefined);
}

function labelOf(key) { return pick(data.indicators[key].labels); }

function interval(estimate, unit, show) {
  const {factor} = shownUnit(unit);
  if (!isNumber(estimate.lo) || !isNumber(estimate.hi)) return '';
  return words('interval', show(estimate.lo * factor), show(estimate.hi * factor));
}

function isClear(difference) {
  return isNumber(difference.lo) && isNumber(difference.hi) && (difference.lo > 0 || difference.hi < 0);
}

/** `园区就业 +4070 人（+3814 至 +4326）`. */
function toldDifference(key, difference) {
  const {unit} = data.indicators[key];
  const shown = shownUnit(unit, true);
  return words('told', inside(labelOf(key)), signed(difference.mean * shown.factor), shown.words,
    signed(difference.lo * shown.factor), signed(difference.hi * shown.factor)).replace(/ +/g, ' ');
}

function comparedSentences(names) {
  return names.slice(1).map((name, i) => {
    const rows = told.filter((key) => has(key)).map((key) => [key, data.indicators[key].differences[i + 1]]);
    const clear = rows.filter(([, difference]) => isClear(difference));
    const unclear = rows.filter(([, difference]) => !isClear(difference)).map(([key]) => inside(labelOf(key)));
    let text = words('compared', name, names[0]);
    text += clear.length > 0 ? clear.map(([key, difference]) => toldDifference(key, difference)).join(words('semicolon')) + words('stop')
      : words('nothing_clear');
    if (unclear.length > 0) text += words('unclear', unclear.join(words('comma')));
    return element('li', {}, text);
  });
}

function singleSentences() {
  return told.filter((key) => has(key)).map((key) => {
    const {unit, final} = data.indicators[key];
    const s = final[0];
    const text = s.n === 0 ? words('no_value', labelOf(key))
      : words('single', labelOf(key), quantity(s.mean, unit), quantity(s.p05, unit), quantity(s.p95, unit));
    return element('li', {}, text);
  });
}

/** Who ends with most of what the district wants, and with the least cost. */
function leaderSentences(names) {
  return ['jobs', 'fiscal_npv'].filter((key) => has(key) && data.leaders?.[key]).map((key) => {
    const {leader, runner_up: second, margin} = data.leaders[key];
    const {unit, final} = data.indicators[key], shown = shownUnit(unit, true);
    const place = (name) => data.scenarios.findIndex((scenario) => scenario.name === name);
    const values = ['mean', 'lo', 'hi'].map((member) => signed(times(margin[member], shown.factor)));
    return element('li', {}, words(isClear(margin) ? 'leader' : 'leader_unclear', inside(labelOf(key)), names[place(leader)],
      quantity(final[place(leader)].mean, unit), names[place(second)], values[0], shown.words, values[1], values[2]).replace(/ +/g, ' '));
  });
}

function summarySection(names) {
  const isCompared = names.length > 1;
  const items = isCompared ? [...leaderSentences(names), ...comparedSentences(names)] : singleSentences();
  return [element('h2', {}, words('summary')),
    element('p', {}, words(isCompared ? 'basis_compared' : 'basis_single', data.replications, data.seed, data.months, dateOf(1), dateOf(data.months))),
    element('ul', {}, items)];
}

function valueCell(estimate, unit) {
  const text = number(times(estimate.mean, shownUnit(unit).factor));
  const range = interval(estimate, unit, number);
  return element('td', {}, isNumber(estimate.mean) ? text : '–', range ? element('small', {}, range) : '');
}

function differenceCell(difference, unit) {
  const {factor} = shownUnit(unit, true);
  if (!isNumber(difference.mean)) return element('td', {class: 'unclear'}, '–');
  return element('td', isClear(difference) ? {} : {class: 'unclear'}, signed(difference.mean * factor) + (isClear(difference) ? ' *' : ''),
    element('small', {}, interval(difference, unit, signed)));
}

function indicatorTable(names, columns, cell, isDifference) {
  const head = element('tr', {}, element('th', {}, words('indicator')), element('th', {class: 'left'}, words('unit')),
    columns.map((name) => element('th', {}, name)));
  const rows = data.table.map((key) => {
    const {unit} = data.indicators[key];
    return element('tr', {}, element('td', {}, labelOf(key)), element('td', {class: 'left'}, shownUnit(unit, isDifference).words),
      cell(key, unit));
  });
  return element('table', {}, element('thead', {}, head), element('tbody', {}, rows));
}

function tablesSection(names) {
  const parts = [element('h2', {}, words('table_final', dateOf(data.months))),
    element('p', {class: 'note'}, words('table_final_note')),
    indicatorTable(names, names, (key, unit) => data.indicators[key].final.map((s) => valueCell(s, unit)), false)];
  if (names.length > 1) {
    parts.push(element('h2', {}, words('table_difference', names[0])), element('p', {class: 'note'}, words('table_difference_note')),
      indicatorTable(names, names.slice(1), (key, unit) => data.indicators[key].differences.slice(1).map((d) => differenceCell(d, unit)), true),
      ...pairingNote());
  }
  return parts;
}

/** How many times as many runs unpaired comparisons would take, over the indicators of the table. */
function pairingNote() {
  const factors = data.table.flatMap((key) => Object.values(data.pairing?.[key] ?? {})).filter(isNumber).sort((a, b) => a - b);
  if (factors.length === 0) return [];
  return [element('p', {class: 'note'}, words('pairing', number(factors[Math.floor(factors.length / 2)]), number(factors[0]),
    number(factors[factors.length - 1])))];
}

function fan(key, names, height) {
  const {unit, series} = data.indicators[key];
  const note = words('fan_basis', data.replications, data.seed);
  return figure(labelOf(key), () => fanOption(names.map((name, index) => ({name, index, values: series[index]})), unit, data.months, note), height);
}

/** A single scenario leaves room for two fans beside each other. */
function fans(keys, names) {
  const figures = keys.map((key) => fan(key, names, names.length > 1 ? 190 : 215));
  return names.length > 1 ? figures : [element('div', {class: 'grid'}, figures)];
}

function fansSection(names) {
  return [element('h2', {}, words('fans')), element('p', {class: 'note'}, words('fans_note', data.replications)), bandKey(names),
    ...fans(data.fans.filter((key) => has(key)), names)];
}

function funnelSection(names) {
  if (!has(...milestones)) return [];
  const figures = names.map((name, s) => {
    const first = data.indicators[milestones[0]].final[s].mean;
    const steps = milestones.map((key, i) => {
      const value = data.indicators[key].final[s].mean;
      const share = i === 0 || !(first > 0) ? '' : words('of_signed', percent(value / first));
      return {name: labelOf(key), value, label: `${labelOf(key)}\n${quantity(value, 'firms')}${share}`};
    });
    return figure(name, () => funnelOption(steps, s), 190);
  });
  return [element('h2', {}, words('funnel')), element('p', {class: 'note'}, words('funnel_note')), element('div', {class: 'grid'}, figures)];
}

/** Purchases of a stage from another: what the buyer needs, by its output, and which part of it can be bought in the district. */
function chainFlows(s) {
  const {stages, coefficients} = data.chain;
  const output = stages.map((stage) => data.indicators['output.' + stage.key]?.final[s].mean ?? 0);
  const onOffer = stages.map((stage) => data.indicators['local_sourcing.' + stage.key]?.final[s].mean ?? 0);
  const flows = [];
  stages.forEach((_, buyer) => stages.forEach((__, seller) => {
    const need = output[buyer] * coefficients[seller][buyer];
    if (!(need > 0)) return;
    const local = need * Math.min(1, Math.max(0, onOffer[seller] || 0));
    flows.push({seller, buyer, local, outside: need - local});
  }));
  return flows;
}

function chainFigure(name, s) {
  const flows = chainFlows(s);
  const total = flows.reduce((sum, flow) => sum + flow.local + flow.outside, 0);
  if (!(total > 0)) return null;
  const factor = shownUnit('million yuan/month').factor;
  return figure(name, () => {
    const stageName = (i) => pick(data.chain.stages[i]);
    const outside = words('outside');
    const nodes = new Map();
    const links = [];
    // What is under a fortieth of the whole goes together: its label would stand on its neighbour's.
    const isSmall = (end, amount) => data.chain.stages.map((_, stage) => flows.filter((flow) => flow[end] === stage)
      .reduce((sum, flow) => sum + amount(flow), 0) < total / 40);
    const smallSeller = isSmall('seller', (flow) => flow.local), smallBuyer = isSmall('buyer', (flow) => flow.local + flow.outside);
    const link = (source, target, value, colour) => {
      if (!(value > 0)) return;
      nodes.set(source, {name: source, itemStyle: {color: colour}, label: {position: 'left', width: 106}});
      if (!nodes.has(target)) nodes.set(target, {name: target, itemStyle: {color: '#8a929c'}});
      const known = links.find((one) => one.source === source && one.target === target);
      if (known) known.value += value * factor;
      else links.push({source, target, value: value * factor});
    };
    for (const flow of flows) {
      const seller = smallSeller[flow.seller] ? words('others') : stageName(flow.seller);
      const target = words('buys', smallBuyer[flow.buyer] ? words('others') : stageName(flow.buyer));
      link(words('sells', seller), target, flow.local, smallSeller[flow.seller] ? '#5f6670' : palette[1 + flow.seller % 7]);
      link(outside, target, flow.outside, '#b9bfc6');
    }
    return sankeyOption([...nodes.values()], links);
  }, 300);
}

function chainSection(names) {
  if (!data.chain) return [];
  const figures = names.map(chainFigure).filter((made) => made !== null);
  if (figures.length === 0) return [];
  return [element('h2', {}, words('chain', dateOf(data.months))), element('p', {class: 'note'}, words('chain_note')),
    element('div', {class: 'grid'}, figures)];
}

function yearEnds() {
  const months = [];
  for (let month = 12; month <= data.months; month += 12) months.push(month);
  if (months.length === 0 || months[months.length - 1] !== data.months) months.push(data.months);
  return months;
}

/** The highest pile of any scenario, so that all are drawn on one scale. */
function highestOf(names, parts) {
  const piles = names.flatMap((_, s) => parts(s)[0].values.map((__, i) => parts(s).reduce((sum, part) => sum + (part.values[i] ?? 0), 0)));
  return Math.max(...piles, 1e-9);
}

function landSection(names) {
  if (!has(...landStates, 'land_supplied')) return [];
  const months = yearEnds();
  const parts = (s) => landStates.map((key) => ({name: labelOf(key), values: months.map((month) => data.indicators[key].series[s].mean[month])}));
  const highest = highestOf(names, parts);
  const figures = names.map((name, s) => figure(name, () => stackedOption(months.map((month) => dateOf(month).slice(0, 4)), parts(s), 'mu', highest), 235));
  const supplied = names.map((name, s) => words('land_supplied', name, quantity(data.indicators.land_supplied.final[s].mean, 'mu')));
  return [element('h2', {}, words('land')), element('p', {class: 'note'}, words('land_note')),
    element('p', {}, supplied.join(words('semicolon')) + words('stop')), element('div', {class: 'grid'}, figures)];
}

function developerSection(names) {
  if (!has('developer_cash')) return [];
  const keys = data.developer_fans.filter((key) => has(key));
  const lowest = (values) => values.reduce((least, value, i) => isNumber(value) && value < values[least] ? i : least, 0);
  const troughs = names.map((name, s) => {
    const {mean, p05} = data.indicators.developer_cash.series[s];
    const month = lowest(mean);
    return element('li', {}, words('trough', name, quantity(mean[month], 'million yuan'), dateOf(month), quantity(p05[lowest(p05)], 'million yuan')));
  });
  return [element('h2', {}, words('developer')), element('ul', {}, troughs), bandKey(names), ...fans(keys, names)];
}

function bottleneckSection(names) {
  const keyOf = (cause) => 'bottleneck_months_' + cause;
  const known = causes.filter((cause) => has(keyOf(cause)));
  if (known.length === 0) return [];
  const months = yearEnds();
  const sum = (values, end) => values.slice(Math.max(1, Math.floor((end - 1) / 12) * 12 + 1), end + 1).reduce((total, value) => total + (value ?? 0), 0);
  const parts = (s) => known.map((cause) => ({name: words('cause_' + cause), values: months.map((month) => sum(data.indicators[keyOf(cause)].series[s].mean, month))}));
  const highest = highestOf(names, parts);
  const figures = names.map((name, s) => figure(name, () => stackedOption(months.map((month) => dateOf(month).slice(0, 4)), parts(s), 'project-months/year', highest), 225));
  return [element('h2', {}, words('bottlenecks')), element('p', {class: 'note'}, words('bottlenecks_note')), element('div', {class: 'grid'}, figures)];
}

/** Choices are numbers in inputs and names in documents, switches numbers or truth values. */
function settingText(row, value) {
  if (value === null || value === undefined) return '–';
  const choice = row.choices.find((candidate, i) => candidate.key === value || i === Number(value));
  if (choice) return pick(choice);
  if (!isNumber(value)) return String(value);
  const shown = shownUnit(row.unit);
  return (tick(value * shown.factor) + (shown.words === '%' ? '%' : ' ' + shown.words)).trim();
}

function wedgesSection() {
  const {wedges} = data;
  if (!wedges) return [];
  const rows = [...wedges.parts].sort((a, b) => Math.abs(b.value.mean) - Math.abs(a.value.mean));
  const main = rows.slice(0, 14), rest = rows.slice(14);
  const {factor, words: unit} = shownUnit(wedges.unit, true);
  const steps = main.map((part) => ({name: pick(part.parameter.labels) || part.lever, value: part.value.mean * factor}));
  if (rest.length > 0) steps.push({name: words('wedges_rest', rest.length), value: rest.reduce((sum, part) => sum + part.value.mean, 0) * factor});
  steps.push({name: words('wedges_total'), value: wedges.total.mean * factor, isTotal: true});
  const cells = main.map((part) => element('tr', {}, element('td', {}, pick(part.parameter.labels) || part.lever),
    element('td', {}, settingText(part.parameter, part.from)), element('td', {}, settingText(part.parameter, part.to)), differenceCell(part.value, wedges.unit)));
  const head = ['wedges_lever', 'wedges_from', 'wedges_to'].map((key) => element('th', {}, words(key)));
  return [element('h2', {}, words('wedges', pick(wedges.labels))),
    element('p', {class: 'note'}, words('wedges_note', ...wedges.scenarios.map(labelOfScenario), wedges.replications)),
    figure('', () => waterfallOption(steps, unit), 60 + steps.length * 26),
    element('table', {}, element('thead', {}, element('tr', {}, head, element('th', {}, words('wedges_value', unit)))), element('tbody', {}, cells))];
}

function settingsSection(names) {
  const rows = data.settings.filter((row) => row.values.some((value) => value !== row.values[0]) || (names.length === 1 && row.values[0] !== row.default));
  if (rows.length === 0) return [];
  const body = rows.map((row) => element('tr', {}, element('td', {}, pick(row.labels) || row.key),
    row.values.map((value, i) => element('td', {}, settingText(row, value), row.changes[i] ? element('small', {}, row.changes[i]) : ''))));
  return [element('h2', {}, words(names.length > 1 ? 'settings_differ' : 'settings')),
    element('table', {}, element('thead', {}, element('tr', {}, element('th', {}, words('setting')), names.map((name) => element('th', {}, name)))),
      element('tbody', {}, body))];
}

function runsPage() {
  const names = scenarioNames();
  const title = names.length > 1 ? words('title_compare') : names[0];
  const warnings = [];
  if (data.failed > 0) warnings.push(element('p', {class: 'warning'}, words('failed_runs', data.failed)));
  if (!data.complete) warnings.push(element('p', {class: 'warning'}, words('incomplete_runs')));
  return [element('h1', {}, title), element('p', {class: 'soft'}, names.length > 1 ? names.join(' / ') : words('subtitle')), ...warnings,
    ...summarySection(names), ...tablesSection(names), ...fansSection(names), ...funnelSection(names), ...chainSection(names),
    ...landSection(names), ...developerSection(names), ...bottleneckSection(names), ...wedgesSection(), ...settingsSection(names)];
}
