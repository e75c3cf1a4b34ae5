// SPDX-License-Identifier: MIT
// Charts by Apache ECharts. Colours are those of Okabe and Ito, which the colour-blind tell apart; the
// reference is grey, and each scenario has a panel of its own.
'use strict';
const palette = ['#5f6670', '#0072b2', '#d55e00', '#009e73', '#cc79a7', '#e69f00', '#56b4e9', '#8c6d1f'];
const fontFamily = '"WenQuanYi Micro Hei","Noto Sans CJK SC","Microsoft YaHei","PingFang SC",sans-serif';
let charts = [];
let wanted = [];

function colourOf(index) { return palette[index % palette.length]; }

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

/** Years under a panel; `panels` side by side leave each less room. */
function monthAxis(months, panels = 1) {
  const labels = Array.from({length: months + 1}, (_, month) => month === 0 ? words('opening') : dateOf(month));
  const step = Math.max(1, Math.ceil(months / 12 / (panels > 2 ? 2 : panels > 1 ? 3 : 10))) * 12;
  return {type: 'category', data: labels, boundaryGap: false, axisLine, axisTick: {interval: (i) => i % step === 0},
    axisLabel: {fontSize: 11, hideOverlap: true, interval: (i) => i % step === 0, showMinLabel: true,
      alignMinLabel: panels > 1 ? 'left' : 'center', alignMaxLabel: panels > 1 ? 'right' : 'center',
      formatter: (text, i) => (i === 0 ? dateOf(0) : text).slice(0, 4)}};
}

/** Shares of the runs that a band holds, from the widest, and the quantiles at its edges. */
const bands = [[95, 'p025', 'p975'], [75, 'p125', 'p875'], [50, 'p25', 'p75']];
const shades = [0.15, 0.32, 0.52];

/** Ends and step of an axis that holds the values; from zero unless they are all far from it. */
function niceRange(values) {
  let low = Math.min(...values), high = Math.max(...values);
  if (!Number.isFinite(low)) return {};
  if (low > 0 && low < 0.5 * high) low = 0;
  if (high < 0 && high > 0.5 * low) high = 0;
  if (low === high) [low, high] = low === 0 ? [0, 1] : [Math.min(0, low), Math.max(0, high)];
  const rough = (high - low) / 4, power = 10 ** Math.floor(Math.log10(rough));
  const interval = [1, 2, 2.5, 5, 10].find((step) => step * power >= rough * 0.999) * power;
  return {min: Math.floor(low / interval + 1e-9) * interval, max: Math.ceil(high / interval - 1e-9) * interval, interval};
}

/** One scenario's bands and mean in one panel; older results have the band from the 5th to the 95th percentile only. */
function fanSeries({name, index, values}, panel, factor) {
  const scaled = (key) => values[key].map((value) => times(value, factor));
  const place = {xAxisIndex: panel, yAxisIndex: panel, type: 'line', symbol: 'none', itemStyle: {color: colourOf(index)}};
  const quiet = {...place, stack: 'band' + panel, stackStrategy: 'all', silent: true, tooltip: {show: false}, lineStyle: {opacity: 0}};
  const edges = (values.p25 ? bands : [[90, 'p05', 'p95']]).map(([, low, high]) => [scaled(low), scaled(high)]);
  const rising = [...edges.map(([low]) => low), ...edges.map(([, high]) => high).reverse()];
  const series = rising.map((edge, i) => ({...quiet, name: `${name} ${i}`, data: i === 0 ? edge
    : edge.map((value, month) => isNumber(value) ? value - rising[i - 1][month] : null),
  areaStyle: i === 0 ? undefined : {color: colourOf(index), opacity: shades[Math.min(i - 1, rising.length - 1 - i)]}}));
  series.push({...place, name, data: scaled('mean'), z: 4, lineStyle: {width: 2, color: colourOf(index)}});
  return series;
}

/** Fans of scenarios in panels side by side on one scale, the reference's mean in each: `rows` has name, index, values. */
function fanOption(rows, unit, months, note) {
  const shown = shownUnit(unit), count = rows.length;
  const left = 7, gap = 1.2, width = (100 - left - gap) / count - gap;
  const keys = rows[0].values.p25 ? ['p025', 'p975', 'mean'] : ['p05', 'p95', 'mean'];
  const range = niceRange(rows.flatMap(({values}) => keys.flatMap((key) => values[key])).filter(isNumber).map((value) => value * shown.factor));
  const small = {fontSize: 11, fontWeight: 'normal', color: '#59626d'};
  const option = {grid: [], xAxis: [], yAxis: [], series: [], title: [], tooltip: {trigger: 'axis', valueFormatter: number, confine: true}};
  option.title.push({text: shown.words, left: 0, top: 0, padding: 0, textStyle: small},
    {text: note, right: 0, top: 0, padding: 0, textStyle: small});
  rows.forEach((row, panel) => {
    const x = left + panel * (width + gap);
    option.grid.push({left: `${x}%`, width: `${width}%`, top: count > 1 ? 40 : 24, bottom: 24});
    option.xAxis.push({...monthAxis(months, count), gridIndex: panel});
    option.yAxis.push({...valueAxis(''), ...range, gridIndex: panel, axisLabel: {show: panel === 0, formatter: tick, fontSize: 11}});
    if (panel > 0) {
      option.series.push({type: 'line', symbol: 'none', xAxisIndex: panel, yAxisIndex: panel, z: 3, name: rows[0].name,
        itemStyle: {color: palette[0]}, lineStyle: {width: 1.6, type: 'dashed', color: palette[0]},
        data: rows[0].values.mean.map((value) => times(value, shown.factor))});
    }
    option.series.push(...fanSeries(row, panel, shown.factor));
    if (count > 1) option.title.push({text: row.name, left: `${x}%`, top: 18, padding: 0, textStyle: {fontSize: 12.5, color: colourOf(row.index)}});
  });
  return option;
}

/** The key under which fans are read: shades of the bands, the mean, and the reference's mean where there are others. */
function bandKey(names) {
  const sample = (parts) => {
    const box = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    box.setAttribute('width', '34');
    box.setAttribute('height', '12');
    for (const [tag, attributes] of parts) {
      const node = document.createElementNS('http://www.w3.org/2000/svg', tag);
      for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, String(value));
      box.append(node);
    }
    return box;
  };
  const ends = {x1: 0, x2: 34, y1: 6, y2: 6};
  const items = bands.map(([share], i) => [words('band', share), [['rect', {width: 34, height: 12, fill: palette[0], opacity: shades[i]}]]]);
  items.push([words('mean_line'), [['line', {...ends, stroke: '#1b1f24', 'stroke-width': 2.4}]]]);
  if (names.length > 1) {
    items.push([words('reference_line', names[0]), [['line', {...ends, stroke: palette[0], 'stroke-width': 2, 'stroke-dasharray': '6 4'}]]]);
  }
  return element('div', {class: 'key'}, items.map(([text, parts]) => element('span', {}, sample(parts), text)));
}

/** Bars piled up: `parts` has name and values by label. Patterns tell the parts apart without colour. */
function stackedOption(labels, parts, unit, highest) {
  return {aria: {enabled: true, label: {enabled: false}, decal: {show: true}}, color: palette.slice(1).concat(palette[0]),
    legend: {bottom: 0, type: 'plain', itemWidth: 16, itemHeight: 11, textStyle: {fontSize: 11.5}},
    grid: {left: 8, right: 14, top: 28, bottom: language === 'zh' ? 42 : 58, containLabel: true},
    xAxis: {type: 'category', data: labels, axisLine, axisLabel: {fontSize: 11, interval: 0, hideOverlap: true}},
    yAxis: valueAxis(shownUnit(unit).words, niceRange([0, highest])),
    series: parts.map(({name, values}) => ({type: 'bar', name, stack: 'all', data: values, barMaxWidth: 46})),
    tooltip: {trigger: 'axis', valueFormatter: number, confine: true}};
}

/** Lying bars with intervals: `rows` has name, value, lo, hi (already in shown units); the first stands on top. */
function barsOption(rows, axisName, extra = {}) {
  const {colour = colourOf(1), marker, label = number, labelWidth = 230} = extra;
  const names = rows.map((row) => row.name);
  const line = isNumber(marker) ? {symbol: 'none', silent: true, lineStyle: {color: '#1b1f24', type: 'dashed'},
    label: {show: false}, data: [{xAxis: marker}]} : undefined;
  return {grid: {left: 8, right: 34, top: 8, bottom: 30, containLabel: true},
    xAxis: valueAxis(axisName, {nameLocation: 'middle', nameGap: 24, nameTextStyle: {fontSize: 11.5, color: '#59626d'},
      axisLabel: {formatter: label === number ? tick : (value) => label(value), fontSize: 11, hideOverlap: true}}),
    yAxis: nameAxis(names, labelWidth),
    series: [{type: 'bar', data: rows.map((row) => row.value), itemStyle: {color: colour}, barMaxWidth: 15,
      markLine: line}, whiskers(rows)],
    tooltip: {trigger: 'axis', valueFormatter: (value) => label(value), confine: true}};
}

function nameAxis(names, width = 230) {
  return {type: 'category', data: names, inverse: true, axisLine, axisTick: {show: false},
    axisLabel: {fontSize: 11.5, width, overflow: 'break', interval: 0}};
}

/** Intervals of lying bars: `rows` has lo, hi; one without width shows nothing. */
function whiskers(rows) {
  return {type: 'custom', silent: true, tooltip: {show: false}, z: 5, encode: {x: [0, 1], y: 2}, renderItem: whiskerItem,
    data: rows.map(({lo, hi}, i) => [lo, hi, i]).filter(([lo, hi]) => isNumber(lo) && isNumber(hi) && lo < hi)};
}

function whiskerItem(params, api) {
  const y = api.value(2);
  const a = api.coord([api.value(0), y]), b = api.coord([api.value(1), y]);
  const style = {stroke: '#1b1f24', lineWidth: 1.3};
  const bar = (x1, y1, x2, y2) => ({type: 'line', shape: {x1, y1, x2, y2}, style});
  return {type: 'group', children: [bar(a[0], a[1], b[0], b[1]), bar(a[0], a[1] - 4, a[0], a[1] + 4),
    bar(b[0], b[1] - 4, b[0], b[1] + 4)]};
}

/** Differences to a base, both ways: `rows` has name, and low and high with value, lo, hi. */
function tornadoOption(rows, axisName) {
  const side = (key, colour, name) => ({type: 'bar', name, stack: key, data: rows.map((row) => row[key].value), barGap: '-100%',
    itemStyle: {color: colour}, barMaxWidth: 16});
  return {legend: {top: 0, itemWidth: 16, itemHeight: 11, textStyle: {fontSize: 11.5}},
    aria: {enabled: true, label: {enabled: false}, decal: {show: true}},
    grid: {left: 8, right: 24, top: 28, bottom: 30, containLabel: true},
    xAxis: valueAxis(axisName, {nameLocation: 'middle', nameGap: 24, nameTextStyle: {fontSize: 11.5, color: '#59626d'}}),
    yAxis: nameAxis(rows.map((row) => row.name)),
    series: [side('low', palette[1], words('tornado_low')), side('high', palette[2], words('tornado_high')), whiskers(rows.map((row) => row.low)),
      whiskers(rows.map((row) => row.high))],
    tooltip: {trigger: 'axis', valueFormatter: signed, confine: true}};
}

/** A mean with its interval along the levels of a factor, against nought. */
function curveOption(labels, mean, low, high, unit) {
  const whiskers = {type: 'custom', silent: true, tooltip: {show: false}, z: 2, encode: {x: 0, y: [1, 2]},
    data: mean.map((_, i) => [i, low[i], high[i]]).filter((row) => row.every(isNumber)),
    renderItem: (params, api) => {
      const a = api.coord([api.value(0), api.value(1)]), b = api.coord([api.value(0), api.value(2)]);
      return {type: 'line', shape: {x1: a[0], y1: a[1], x2: b[0], y2: b[1]}, style: {stroke: '#8a929c', lineWidth: 2}};
    }};
  const range = niceRange([0, ...mean, ...low, ...high].filter(isNumber));
  return {grid: {left: 8, right: 26, top: 26, bottom: 4, containLabel: true},
    xAxis: {type: 'category', data: labels, boundaryGap: true, axisLine: {...axisLine, onZero: false}, axisTick: {show: false},
      axisLabel: {fontSize: 10.5, hideOverlap: true}},
    yAxis: valueAxis(unit, range),
    series: [whiskers, {type: 'line', data: mean, symbol: 'circle', symbolSize: 7, itemStyle: {color: palette[1]}, lineStyle: {width: 2, color: palette[1]},
      markLine: {symbol: 'none', silent: true, lineStyle: {color: '#1b1f24', type: 'dashed'}, label: {show: false}, data: [{yAxis: 0}]}}],
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

/** Points with their intervals; those furthest to the right are named. */
function planeOption(points, xName, yName) {
  const mostNames = 14;
  points = [...points].sort((a, b) => (b.x ?? 0) - (a.x ?? 0));
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
        label: {show: true, position: 'right', fontSize: 11, formatter: (item) => item.dataIndex < mostNames ? item.name : ''}}],
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
