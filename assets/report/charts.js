// SPDX-License-Identifier: MIT
// Charts by Apache ECharts. Colours are those of Okabe and Ito, which the colour-blind tell apart; the
// reference is grey, and line styles tell scenarios apart in black and white.
'use strict';
const palette = ['#5f6670', '#0072b2', '#d55e00', '#009e73', '#cc79a7', '#e69f00', '#56b4e9', '#8c6d1f'];
const dashes = ['solid', 'solid', [7, 3], [2, 2], [9, 3, 2, 3], 'solid', [7, 3], [2, 2]];
const fontFamily = '"WenQuanYi Micro Hei","Noto Sans CJK SC","Microsoft YaHei","PingFang SC",sans-serif';
let charts = [];
let wanted = [];

function colourOf(index) { return palette[index % palette.length]; }
function dashOf(index) { return dashes[index % dashes.length]; }

/** A figure whose chart is drawn once the page is laid out. `option` is a function, called anew in each language. */
function figure(title, option, height, caption) {
  const box = element('div', {class: 'chart', style: `height:${height}px`, role: 'img', 'aria-label': title});
  wanted.push({box, option});
  const parts = title ? [element('h3', {}, title)] : [];
  parts.push(box);
  if (caption) parts.push(element('figcaption', {}, caption));
  return element('figure', {}, parts);
}

function drawCharts() {
  for (const {box, option} of wanted) {
    const chart = echarts.init(box, null, {renderer: 'svg'});
    chart.setOption({animation: false, textStyle: {fontFamily, color: '#1b1f24'}, ...option()});
    charts.push(chart);
  }
  wanted = [];
  document.body.dataset.charts = String(charts.length);
}

function dropCharts() {
  for (const chart of charts) chart.dispose();
  charts = [];
  wanted = [];
}

function refit() {
  for (const chart of charts) {
    chart.resize();
    chart.getZr().flush();
  }
}

const axisLine = {lineStyle: {color: '#8a929c'}};
const splitLine = {lineStyle: {color: '#e3e7ec'}};

function valueAxis(name, extra) {
  return {type: 'value', name, nameGap: 10, nameTextStyle: {align: 'left', color: '#59626d', fontSize: 11.5},
    axisLabel: {formatter: tick, fontSize: 11}, axisLine, splitLine, splitNumber: 4, ...extra};
}

function monthAxis(months) {
  const labels = Array.from({length: months + 1}, (_, month) => month === 0 ? words('opening') : dateOf(month));
  const step = Math.max(1, Math.ceil(months / 12 / 5)) * 12;
  return {type: 'category', data: labels, boundaryGap: false, axisLine, axisTick: {interval: (i) => i % step === 0},
    axisLabel: {fontSize: 11, hideOverlap: true, interval: (i) => i % step === 0,
      formatter: (text, i) => i === 0 ? dateOf(0).slice(0, 4) + words('year_end') : text.slice(0, 4) + words('year_end')}};
}

/** Mean lines of scenarios with a band around each: `rows` has name, index, values {mean, p05, p95}. */
function fanOption(rows, unit, months) {
  const shown = shownUnit(unit);
  const scaled = (values) => values.map((value) => isNumber(value) ? value * shown.factor : null);
  const series = [];
  for (const {name, index, values} of rows) {
    const low = scaled(values.p05), high = scaled(values.p95);
    const colour = colourOf(index);
    const stack = 'band' + index;
    const quiet = {type: 'line', stack, stackStrategy: 'all', symbol: 'none', silent: true, tooltip: {show: false}};
    series.push({...quiet, name: name + ' p05', data: low, lineStyle: {opacity: 0}, itemStyle: {color: colour}});
    series.push({...quiet, name: name + ' p95', data: high.map((value, i) => value === null ? null : value - low[i]),
      lineStyle: {opacity: 0}, itemStyle: {color: colour}, areaStyle: {color: colour, opacity: 0.16}});
    series.push({type: 'line', name, data: scaled(values.mean), symbol: 'none', itemStyle: {color: colour},
      lineStyle: {width: 2, type: dashOf(index), color: colour}});
  }
  return {grid: {left: 8, right: 26, top: 28, bottom: 4, containLabel: true}, xAxis: monthAxis(months),
    yAxis: valueAxis(shown.words), series,
    tooltip: {trigger: 'axis', valueFormatter: number, confine: true}};
}

/** The key under which fans are read: a line sample for each scenario. */
function scenarioKey(names) {
  const samples = names.map((name, index) => {
    const dash = dashOf(index);
    const sample = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    sample.setAttribute('width', '34');
    sample.setAttribute('height', '10');
    const line = document.createElementNS('http://www.w3.org/2000/svg', 'line');
    const ends = {x1: 0, x2: 34, y1: 5, y2: 5, stroke: colourOf(index), 'stroke-width': 3};
    for (const [key, value] of Object.entries(ends)) line.setAttribute(key, String(value));
    if (Array.isArray(dash)) line.setAttribute('stroke-dasharray', dash.join(' '));
    sample.append(line);
    return element('span', {}, sample, name);
  });
  return element('div', {class: 'key'}, samples);
}

/** Bars piled up: `parts` has name and values by label. Patterns tell the parts apart without colour. */
function stackedOption(labels, parts, unit, isWide) {
  return {aria: {enabled: true, label: {enabled: false}, decal: {show: true}}, color: palette.slice(1).concat(palette[0]),
    legend: {bottom: 0, type: 'plain', itemWidth: 16, itemHeight: 11, textStyle: {fontSize: 11.5}},
    grid: {left: 8, right: 14, top: 28, bottom: isWide ? 34 : 64, containLabel: true},
    xAxis: {type: 'category', data: labels, axisLine, axisLabel: {fontSize: 11, interval: 0, hideOverlap: true}},
    yAxis: valueAxis(shownUnit(unit).words),
    series: parts.map(({name, values}) => ({type: 'bar', name, stack: 'all', data: values, barMaxWidth: 46})),
    tooltip: {trigger: 'axis', valueFormatter: number, confine: true}};
}

/** Lying bars with intervals: `rows` has name, value, lo, hi (already in shown units); the first stands on top. */
function barsOption(rows, axisName, extra = {}) {
  const {colour = colourOf(1), marker, label = number, labelWidth = 230} = extra;
  const names = rows.map((row) => row.name);
  const whisker = {type: 'custom', silent: true, tooltip: {show: false}, z: 5,
    data: rows.map((row, i) => [row.lo, row.hi, i]).filter(([lo, hi]) => isNumber(lo) && isNumber(hi)),
    encode: {x: [0, 1], y: 2}, renderItem: whiskerItem};
  const line = isNumber(marker) ? {symbol: 'none', silent: true, lineStyle: {color: '#1b1f24', type: 'dashed'},
    label: {show: false}, data: [{xAxis: marker}]} : undefined;
  return {grid: {left: 8, right: 34, top: 8, bottom: 30, containLabel: true},
    xAxis: valueAxis(axisName, {nameLocation: 'middle', nameGap: 24, nameTextStyle: {fontSize: 11.5, color: '#59626d'},
      axisLabel: {formatter: label === number ? tick : (value) => label(value), fontSize: 11, hideOverlap: true}}),
    yAxis: nameAxis(names, labelWidth),
    series: [{type: 'bar', data: rows.map((row) => row.value), itemStyle: {color: colour}, barMaxWidth: 15,
      markLine: line}, whisker],
    tooltip: {trigger: 'axis', valueFormatter: (value) => label(value), confine: true}};
}

function nameAxis(names, width = 230) {
  return {type: 'category', data: names, inverse: true, axisLine, axisTick: {show: false},
    axisLabel: {fontSize: 11.5, width, overflow: 'break', interval: 0}};
}

function whiskerItem(params, api) {
  const y = api.value(2);
  const a = api.coord([api.value(0), y]), b = api.coord([api.value(1), y]);
  const style = {stroke: '#1b1f24', lineWidth: 1.3};
  const bar = (x1, y1, x2, y2) => ({type: 'line', shape: {x1, y1, x2, y2}, style});
  return {type: 'group', children: [bar(a[0], a[1], b[0], b[1]), bar(a[0], a[1] - 4, a[0], a[1] + 4),
    bar(b[0], b[1] - 4, b[0], b[1] + 4)]};
}

/** Differences to a base, both ways: `rows` has name, low, high and the factor's values at them. */
function tornadoOption(rows, axisName) {
  const side = (key, colour, name) => ({type: 'bar', name, stack: key, data: rows.map((row) => row[key]), barGap: '-100%',
    itemStyle: {color: colour}, barMaxWidth: 16});
  return {legend: {top: 0, itemWidth: 16, itemHeight: 11, textStyle: {fontSize: 11.5}},
    aria: {enabled: true, label: {enabled: false}, decal: {show: true}},
    grid: {left: 8, right: 24, top: 28, bottom: 30, containLabel: true},
    xAxis: valueAxis(axisName, {nameLocation: 'middle', nameGap: 24, nameTextStyle: {fontSize: 11.5, color: '#59626d'}}),
    yAxis: nameAxis(rows.map((row) => row.name)),
    series: [side('low', palette[1], words('tornado_low')), side('high', palette[2], words('tornado_high'))],
    tooltip: {trigger: 'axis', valueFormatter: signed, confine: true}};
}

/** What leads from one value to another, part by part. */
function waterfallOption(steps, axisName) {
  let level = 0;
  const rows = steps.map((step) => {
    const from = step.isTotal ? 0 : level;
    const to = step.isTotal ? step.value : level + step.value;
    level = to;
    return {...step, from, to};
  });
  const item = (params, api) => {
    const y = api.value(2), a = api.coord([api.value(0), y]), b = api.coord([api.value(1), y]);
    const height = Math.min(18, api.size([0, 1])[1] * 0.62);
    const row = rows[y];
    const fill = row.isTotal ? palette[0] : row.value < 0 ? palette[2] : palette[1];
    return {type: 'rect', style: {fill}, shape: {x: Math.min(a[0], b[0]), y: a[1] - height / 2,
      width: Math.max(1, Math.abs(b[0] - a[0])), height}};
  };
  return {grid: {left: 8, right: 34, top: 8, bottom: 30, containLabel: true},
    xAxis: valueAxis(axisName, {nameLocation: 'middle', nameGap: 24, nameTextStyle: {fontSize: 11.5, color: '#59626d'}}),
    yAxis: nameAxis(rows.map((row) => row.name)),
    series: [{type: 'custom', renderItem: item, encode: {x: [0, 1], y: 2}, data: rows.map((row, i) => [row.from, row.to, i])}]};
}

function funnelOption(steps, index) {
  return {series: [{type: 'funnel', sort: 'none', left: 4, width: '42%', top: 6, bottom: 6, minSize: '3%', gap: 3, funnelAlign: 'center',
    itemStyle: {color: colourOf(index), borderWidth: 0},
    label: {position: 'right', color: '#1b1f24', fontSize: 12, lineHeight: 15,
      formatter: (item) => steps[item.dataIndex].label},
    data: steps.map((step) => ({value: Math.max(0, step.value ?? 0), name: step.name}))}]};
}

function sankeyOption(nodes, links) {
  return {color: palette.slice(1), series: [{type: 'sankey', left: 112, right: 92, top: 8, bottom: 8, nodeGap: 7, nodeWidth: 13,
    draggable: false, emphasis: {disabled: true}, lineStyle: {color: 'source', opacity: 0.36}, label: {fontSize: 11, lineHeight: 13, width: 86, overflow: 'break'},
    data: nodes, links}], tooltip: {confine: true, valueFormatter: number}};
}

function planeOption(points, xName, yName) {
  const cross = (params, api) => {
    const [x, y, xlo, xhi, ylo, yhi] = [0, 1, 2, 3, 4, 5].map((i) => api.value(i));
    const children = [];
    const add = (a, b) => children.push({type: 'line', style: {stroke: '#8a929c', lineWidth: 1},
      shape: {x1: a[0], y1: a[1], x2: b[0], y2: b[1]}});
    if (isNumber(xlo) && isNumber(xhi)) add(api.coord([xlo, y]), api.coord([xhi, y]));
    if (isNumber(ylo) && isNumber(yhi)) add(api.coord([x, ylo]), api.coord([x, yhi]));
    return {type: 'group', children};
  };
  const rows = points.map((p) => [p.x, p.y, p.xlo, p.xhi, p.ylo, p.yhi]);
  return {grid: {left: 26, right: 24, top: 30, bottom: 30, containLabel: true},
    xAxis: valueAxis(xName, {nameLocation: 'middle', nameGap: 26, min: 0, nameTextStyle: {fontSize: 11.5, color: '#59626d'}}),
    yAxis: valueAxis(yName, {min: 0}),
    series: [{type: 'custom', silent: true, renderItem: cross, encode: {x: [0, 2, 3], y: [1, 4, 5]}, data: rows},
      {type: 'scatter', symbolSize: 9, itemStyle: {color: palette[1]}, data: rows.map((row, i) => ({value: row, name: points[i].name})),
        encode: {x: 0, y: 1}, labelLayout: {hideOverlap: true, moveOverlap: 'shiftY'},
        label: {show: true, position: 'right', fontSize: 11, formatter: (item) => item.name}}],
    tooltip: {confine: true, formatter: (item) => echarts.format.encodeHTML(item.name)}};
}

function histogramOption(bins, axisName) {
  return {grid: {left: 26, right: 14, top: 28, bottom: 30, containLabel: true},
    xAxis: {type: 'category', data: bins.map((bin) => tick((bin.from + bin.to) / 2)), name: axisName, nameLocation: 'middle', nameGap: 24,
      nameTextStyle: {fontSize: 11.5, color: '#59626d'}, axisLine, axisLabel: {fontSize: 11, hideOverlap: true}},
    yAxis: valueAxis(words('runs_axis')),
    series: [{type: 'bar', data: bins.map((bin) => bin.count), barCategoryGap: '4%', itemStyle: {color: palette[1]}}],
    tooltip: {trigger: 'axis', confine: true}};
}
