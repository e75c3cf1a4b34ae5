// SPDX-License-Identifier: MIT
// Language, numbers and names. Everything shown comes from the data's `words` or carries both languages.
'use strict';
const data = JSON.parse(document.getElementById('data').textContent);
let language = document.documentElement.lang === 'en' ? 'en' : 'zh';

/** Words of the language under `report.KEY`, with {0}, {1}, ... replaced. A missing key is a fault of ours. */
function words(key, ...parts) {
  const text = data.words[language]['report.' + key];
  if (text === undefined) throw new Error('no words for ' + key);
  return text.replace(/\{(\d)\}/g, (_, i) => parts[Number(i)]);
}

/** `{zh, en}` in the language; the other one where it is empty. */
function pick(label) {
  const other = language === 'zh' ? 'en' : 'zh';
  return label[language] || label[other] || '';
}

/** A label inside a sentence: in English it begins small, unless with an abbreviation such as NPV. */
function inside(label) {
  return language === 'en' && /^[A-Z](?![A-Z])/.test(label) ? label[0].toLowerCase() + label.slice(1) : label;
}

/** How a catalogue unit is shown: shares per cent, million yuan as yuan in Chinese, where 万 and 亿 count. */
function shownUnit(unit, isDifference) {
  if (unit === 'share') return {words: isDifference ? unitWords('percentage points') : '%', factor: 100};
  if (unit === '%' && isDifference) return {words: unitWords('percentage points'), factor: 1};
  const million = 'million yuan';
  if (language === 'zh' && unit.startsWith(million)) {
    return {words: unitWords('yuan' + unit.slice(million.length)), factor: 1e6};
  }
  return {words: unit === '-' || unit === '' ? '' : unitWords(unit), factor: 1};
}

function unitWords(unit) {
  return data.words[language]['unit.' + unit] ?? unit;
}

/** Three digits that mean something. */
function threeDigits(value) {
  return value.toFixed(value < 0.9995 ? 3 : value < 9.995 ? 2 : value < 99.95 ? 1 : 0);
}

function magnitude(value) {
  if (value < 0.0005) return '0';
  if (language === 'en') {
    return value < 999.5 ? threeDigits(value) : Math.round(value).toLocaleString('en-US');
  }
  if (value >= 0.99995e8) return (value >= 1e12 ? (value / 1e8).toFixed(0) : threeDigits(value / 1e8)) + '亿';
  if (value >= 0.99995e4) return threeDigits(value / 1e4) + '万';
  return threeDigits(value);
}

function isNumber(value) {
  return typeof value === 'number' && Number.isFinite(value);
}

/** No value times anything is no value, and not nought. */
function times(value, factor) { return isNumber(value) ? value * factor : null; }

function number(value) {
  if (!isNumber(value)) return '–';
  return (value < 0 && value <= -0.0005 ? '−' : '') + magnitude(Math.abs(value));
}

function signed(value) {
  return (isNumber(value) && value >= 0.0005 ? '+' : '') + number(value);
}

/** For axes: without the zeros at the end. */
function tick(value) {
  return number(value).replace(/(\.\d*?)0+(?=[万亿]?$)/, '$1').replace(/\.(?=[万亿]?$)/, '');
}

function percent(share, digits = 0) {
  return isNumber(share) ? (share * 100).toFixed(digits) + '%' : '–';
}

/** `value 〔unit〕` as running text. */
function quantity(value, unit) {
  const shown = shownUnit(unit);
  const text = number(times(value, shown.factor));
  if (shown.words === '') return text;
  return shown.words === '%' ? text + '%' : text + ' ' + shown.words;
}

/** `2035-12` of a month counted from the start; month 1 is the first that passes. */
function dateOf(month) {
  const [year, first] = data.start.split('-').map(Number);
  const count = year * 12 + first - 1 + month - 1;
  return Math.floor(count / 12) + '-' + String(count % 12 + 1).padStart(2, '0');
}

/** An element with text or children; text is never read as markup. */
function element(tag, attributes, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes ?? {})) node.setAttribute(name, value);
  for (const child of children.flat()) node.append(child);
  return node;
}
