// SPDX-License-Identifier: MIT
#include "present/film_page.hpp"

#include <array>
#include <cstdint>

#include "present/page_fan.hpp"

namespace park::ui {
namespace {

/// The page's look; colours are the theme's, in variables.
constexpr std::string_view style = R"(
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--text); line-height: 1.6; font: 18px/1.6 "WenQuanYi Micro Hei",
  "Noto Sans CJK SC", "Microsoft YaHei", "PingFang SC", sans-serif; }
main { max-width: 1280px; margin: 0 auto; padding: 48px 32px 64px; }
h1 { font-size: 44px; line-height: 1.25; margin: 0 0 8px; }
.subtitle, .foot, .note, .date { color: var(--muted); }
.subtitle { font-size: 21px; margin: 0 0 32px; }
section { background: var(--panel); border: 1px solid var(--edge); border-radius: 12px; padding: 28px 32px 32px;
  margin: 28px 0; }
.head { display: flex; justify-content: space-between; align-items: baseline; gap: 24px; }
h2 { font-size: 30px; line-height: 1.3; margin: 0; }
h3 { font-size: 19px; margin: 28px 0 8px; }
.number { color: var(--accent); margin-right: 14px; }
.date { white-space: nowrap; font-size: 21px; }
.caption { font-size: 22px; margin: 12px 0 20px; max-width: 62em; }
img { display: block; width: 100%; height: auto; border-radius: 8px; border: 1px solid var(--edge); }
svg { display: block; width: 100%; max-width: 980px; height: auto; }
.grid { stroke: var(--grid); stroke-width: 1; }
.tick { fill: var(--muted); font-size: 14px; text-anchor: middle; }
.end { text-anchor: end; }
.name { fill: var(--text); font-size: 15px; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; min-width: 60%; font-variant-numeric: tabular-nums; }
th, td { padding: 7px 0 7px 24px; text-align: right; border-bottom: 1px solid var(--grid); vertical-align: top; }
th { color: var(--muted); font-weight: normal; vertical-align: bottom; }
th:first-child, td:first-child { text-align: left; padding-left: 0; }
td { white-space: nowrap; }
td:first-child { white-space: normal; }
small { display: block; color: var(--muted); font-size: 14px; line-height: 1.3; }
.note { font-size: 15px; margin-top: 8px; }
summary { cursor: pointer; color: var(--muted); margin-top: 12px; }
.foot { font-size: 15px; margin-top: 40px; }
@media print { section { break-inside: avoid; } body { font-size: 14px; } }
)";

std::string variables(const Theme& theme) {
  const std::array<std::pair<const char*, Color>, 7> named = {{{"ground", theme.ground},
                                                               {"panel", theme.panel},
                                                               {"edge", theme.edge},
                                                               {"text", theme.text},
                                                               {"muted", theme.text_muted},
                                                               {"grid", theme.grid},
                                                               {"accent", theme.scenario_text}}};
  std::string text = ":root { color-scheme: ";
  text += theme.kind == ThemeKind::Dark ? "dark;" : "light;";
  for (const auto& [name, color] : named) text += " --" + std::string(name) + ": " + css_color(color) + ";";
  return text + " }";
}

/// `<NAME class="KIND">words</NAME>` with its words made harmless.
std::string element(const char* name, const char* kind, std::string_view words) {
  const std::string open = kind[0] == '\0' ? name : std::string(name) + " class=\"" + kind + "\"";
  return "<" + open + ">" + html_words(words) + "</" + name + ">\n";
}

std::string row(const char* cell, const std::vector<std::string>& cells) {
  std::string text = "<tr>";
  for (const std::string& words : cells) {
    const std::size_t end = words.find('\n');
    text += "<" + std::string(cell) + ">" + html_words(words.substr(0, end));
    if (end != std::string::npos) text += "<small>" + html_words(words.substr(end + 1)) + "</small>";
    text += "</" + std::string(cell) + ">";
  }
  return text + "</tr>\n";
}

std::string table(const PageTable& shown) {
  std::string text = "<div class=\"wide\"><table>\n<thead>" + row("th", shown.header) + "</thead>\n<tbody>\n";
  for (const auto& cells : shown.rows) text += row("td", cells);
  text += "</tbody>\n</table></div>\n";
  if (!shown.note.empty()) text += element("div", "note", shown.note);
  return text;
}

std::string fan(const PageFan& shown, const Texts& texts) {
  return element("h3", "", shown.heading) + fan_svg(shown, texts) + "<details>" +
         element("summary", "", texts("ui.brief.page.numbers")) + table(shown.table) + "</details>\n";
}

/// Numbered as in the film, whose opening has no number.
std::string chapter(const PageChapter& shown, std::size_t number, const Texts& texts) {
  std::string text = "<section>\n<div class=\"head\"><h2>";
  if (number > 0) text += "<span class=\"number\">" + std::to_string(number) + "</span>";
  text += html_words(shown.title) + "</h2>" + element("span", "date", shown.date) + "</div>\n";
  if (!shown.caption.empty()) text += element("p", "caption", shown.caption);
  if (!shown.picture.empty()) {
    text += "<img alt=\"" + html_words(shown.title + " " + shown.date) + "\" src=\"data:image/jpeg;base64," +
            base64(shown.picture) + "\">\n";
  }
  for (const PageFan& one : shown.fans) text += fan(one, texts);
  for (const PageTable& one : shown.tables) text += element("h3", "", one.heading) + table(one);
  return text + "</section>\n";
}

}  // namespace

std::string html_words(std::string_view text) {
  std::string words;
  words.reserve(text.size());
  for (const char c : text) {
    switch (c) {
      case '&':
        words += "&amp;";
        break;
      case '<':
        words += "&lt;";
        break;
      case '>':
        words += "&gt;";
        break;
      case '"':
        words += "&quot;";
        break;
      case '\'':
        words += "&#39;";
        break;
      default:
        words += c;
    }
  }
  return words;
}

std::string base64(std::string_view bytes) {
  constexpr std::string_view letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string text;
  text.reserve((bytes.size() + 2) / 3 * 4);
  for (std::size_t i = 0; i < bytes.size(); i += 3) {
    std::uint32_t three = 0;
    for (std::size_t k = 0; k < 3; ++k)
      three = three << 8U | (i + k < bytes.size() ? static_cast<unsigned char>(bytes[i + k]) : 0U);
    for (std::size_t k = 0; k < 4; ++k)
      text += i + k > bytes.size() ? '=' : letters[three >> (18U - 6U * static_cast<unsigned>(k)) & 63U];
  }
  return text;
}

std::string film_page(const FilmPage& page, const Texts& texts, const Theme& theme) {
  std::string text = "<!DOCTYPE html>\n<html lang=\"";
  text += texts.is_chinese() ? "zh-CN" : "en";
  text +=
      "\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; img-src data:; style-src "
      "'unsafe-inline'\">\n";
  text += element("title", "", page.title);
  text += "<style>\n" + variables(theme) + std::string(style) + "</style>\n</head>\n<body>\n<main>\n";
  text += element("h1", "", page.title) + element("p", "subtitle", page.subtitle);
  for (std::size_t i = 0; i < page.chapters.size(); ++i) text += chapter(page.chapters[i], i, texts);
  if (!page.callouts.empty()) {
    text += "<section>\n" + element("h2", "", texts("ui.brief.page.callouts")) + "<ul>\n";
    for (const std::string& callout : page.callouts) text += element("li", "", callout);
    text += "</ul>\n" + element("div", "note", texts("ui.brief.page.callouts_note")) + "</section>\n";
  }
  text += element("p", "foot", page.foot);
  return text + "</main>\n</body>\n</html>\n";
}

}  // namespace park::ui
