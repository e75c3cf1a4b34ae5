# SPDX-License-Identifier: MIT
"""The rules of the house that a compiler does not see, each a function from a source tree to its violations."""
import dataclasses
import pathlib
import re

LAYERS = ["core", "reduced", "policy", "scenario", "world", "rules", "simulation", "indicators", "study", "cli"]
"""Lowest first: a file includes only from its own layer and below. simulation is the files directly in sim/."""

UI_LAYERS = ["session", "backend", "charts", "map", "panels", "present", "window"]
"""The same for ui/; window is the files directly in ui/. They may know all of sim/ but cli."""

LINES_ALLOWED = 400


@dataclasses.dataclass(frozen=True, order=True)
class Violation:
    path: str
    line: int
    rule: str
    message: str

    def __str__(self):
        return f"{self.path}:{self.line}: [{self.rule}] {self.message}"


class SourceFile:
    """One file; `code` is its text with comments and the insides of literals blanked, line for line."""

    def __init__(self, root, path):
        self.path = path.relative_to(root).as_posix()
        self.text = path.read_text(encoding="utf-8")
        self.lines = self.text.splitlines()
        self.is_cpp = path.suffix in (".cpp", ".hpp")
        self.code = blank_comments_and_literals(self.text) if self.is_cpp else self.text

    @property
    def layer(self):
        """Index into LAYERS; None outside sim/."""
        parts = self.path.split("/")
        if parts[0] != "sim" or not self.is_cpp:
            return None
        return LAYERS.index(parts[1]) if len(parts) > 2 and parts[1] in LAYERS else LAYERS.index("simulation")

    @property
    def ui_layer(self):
        """Index into UI_LAYERS; None outside ui/."""
        parts = self.path.split("/")
        if parts[0] != "ui" or not self.is_cpp:
            return None
        return UI_LAYERS.index(parts[1]) if len(parts) > 2 and parts[1] in UI_LAYERS else UI_LAYERS.index("window")

    @property
    def layer_name(self):
        return UI_LAYERS[self.ui_layer] if self.ui_layer is not None else LAYERS[self.layer]

    def line_of(self, offset):
        return self.code.count("\n", 0, offset) + 1


LITERAL_OR_COMMENT = re.compile(
    r'R"(?P<delimiter>[^()\\\s]{0,16})\(.*?\)(?P=delimiter)"'  # raw string
    r'|"(?:[^"\\\n]|\\.)*"'
    r"|(?<![0-9a-fA-F])'(?:[^'\\\n]|\\.)+'"  # a character; not the separator in 1'000
    r"|//[^\n]*"
    r"|/\*.*?\*/",
    re.DOTALL,
)


def blank_comments_and_literals(text):
    return LITERAL_OR_COMMENT.sub(lambda match: re.sub(r"[^\n]", " ", match.group()), text)


def read_tree(root):
    root = pathlib.Path(root)
    files = []
    for folder in ("sim", "ui", "tests"):
        for path in sorted((root / folder).rglob("*")):
            if path.suffix in (".cpp", ".hpp", ".py") or path.name == "CMakeLists.txt":
                if "node_modules" not in path.parts:
                    files.append(SourceFile(root, path))
    for name in ("CMakeLists.txt", "park", ".ci/run"):
        if (root / name).is_file():
            files.append(SourceFile(root, root / name))
    return files


# ---- rules -------------------------------------------------------------------------------------------------------


def licence_line(files):
    for file in files:
        if not any("SPDX-License-Identifier: MIT" in line for line in file.lines[:2]):
            yield Violation(file.path, 1, "licence_line", "the first line (the second of a script) is the SPDX line")


def pragma_once(files):
    for file in files:
        if file.path.endswith(".hpp") and "#pragma once" not in file.lines[:3]:
            yield Violation(file.path, 2, "pragma_once", "a header starts with #pragma once")


INCLUDE = re.compile(r'^\s*#\s*include\s*(?:"([^"]+)"|<([^>]+)>)')

LIBRARY_LAYERS = {
    "immintrin.h": ("core",),
    "CLI/": ("cli", "window"),
    "tbb/": ("study",),
    "nlopt.h": ("study",),
    "sqlite3.h": ("study",),
    "xlsxwriter.h": ("study",),
    "zlib.h": ("study",),
    "oneapi/": ("study",),
    "openturns/": ("study",),
    "pagmo/": ("study",),
    "nlohmann/": ("scenario", "study", "cli"),
    "rapidjson/": ("scenario",),
    "boost/": ("core", "scenario", "world", "rules", "simulation", "indicators", "study"),
    "SFML/": ("backend", "charts", "map", "panels", "present", "window"),
    "imgui.h": ("backend", "charts", "map", "panels", "present", "window"),
    "imgui_stdlib.h": ("panels",),
    "imgui_internal.h": ("backend",),
    "ft2build.h": ("backend",),
    "GL/": ("backend",),
    "stb/": ("backend",),
}
"""Which layers may use a library; one that is not named here is a decision to take first."""

STANDARD_HEADER = re.compile(r"^[a-z_0-9]+$|^(unistd|signal|fcntl|iconv|dlfcn|spawn|malloc|sys/[a-z]+)\.h$")


def direction_of_includes(files):
    known = {file.path for file in files}
    for file in files:
        if file.layer is None and file.ui_layer is None:
            continue
        for number, line in enumerate(file.lines, 1):
            match = INCLUDE.match(line)
            if not match:
                continue
            own, library = match.groups()
            if own is not None:
                yield from own_include(file, number, own, known)
            else:
                yield from library_include(file, number, library)


def own_include(file, number, included, known):
    top = "ui" if file.ui_layer is not None and "ui/" + included in known else "sim"
    if top + "/" + included not in known:
        yield Violation(file.path, number, "direction", f'"{included}" is no file under {top}/')
        return
    if file.ui_layer is not None:
        yield from ui_include(file, number, top, included)
        return
    folder = included.split("/")[0] if "/" in included else "simulation"
    if folder not in LAYERS:
        yield Violation(file.path, number, "direction", f'"{included}" lies in no layer of sim/')
    elif LAYERS.index(folder) > file.layer:
        yield Violation(file.path, number, "direction", f"{LAYERS[file.layer]} must not know {folder}")


def ui_include(file, number, top, included):
    folder = included.split("/")[0] if "/" in included else "window"
    if top == "sim":
        if folder == "cli":
            yield Violation(file.path, number, "direction", "ui must not know cli")
    elif folder not in UI_LAYERS:
        yield Violation(file.path, number, "direction", f'"{included}" lies in no layer of ui/')
    elif UI_LAYERS.index(folder) > file.ui_layer:
        yield Violation(file.path, number, "direction", f"{file.layer_name} must not know {folder}")


def library_include(file, number, included):
    if STANDARD_HEADER.match(included):
        return
    for prefix, layers in LIBRARY_LAYERS.items():
        if included.startswith(prefix):
            if file.layer_name not in layers:
                yield Violation(file.path, number, "library", f"<{included}> is not for {file.layer_name}")
            return
    yield Violation(file.path, number, "library", f"<{included}> belongs to no library this project uses")


def direction_of_links(files):
    for file in files:
        parts = file.path.split("/")
        if parts[0] != "sim" or parts[-1] != "CMakeLists.txt" or len(parts) != 3 or parts[1] not in LAYERS:
            continue
        for number, line in enumerate(file.lines, 1):
            for target in re.findall(r"\bpark_([a-z]+)\b", line):
                if target in LAYERS and LAYERS.index(target) > LAYERS.index(parts[1]):
                    yield Violation(file.path, number, "direction", f"{parts[1]} must not link park_{target}")


NEVER = {
    r"\brandom_device\b": "a run must be a function of its seed",
    r"\b(mt19937(_64)?|minstd_rand0?|default_random_engine|ranlux\w+)\b": "streams are core/random.hpp's",
    r"\bs?rand\s*\(": "streams are core/random.hpp's",
    r"\bstd::(uniform_(int|real)|normal|lognormal|exponential|gamma|poisson|binomial|negative_binomial|bernoulli"
    r"|geometric|discrete|weibull|cauchy|chi_squared|student_t|fisher_f|extreme_value|piecewise_\w+)_distribution\b":
        "std:: distributions differ between libraries; take Boost.Random's",
    r"#\s*include\s*<random>": "std:: distributions differ between libraries; take Boost.Random's",
    r"\bstd::(shuffle|sample|random_shuffle)\b": "their order differs between libraries",
}
"""Forbidden in all of sim/ and ui/."""

UP_TO_INDICATORS = {
    r"#\s*include\s*<(chrono|ctime|time\.h|sys/time\.h)>": "the model has no clock",
    r"\bstd::chrono\b|\b(clock|time|gettimeofday|clock_gettime)\s*\(\s*(NULL|nullptr|0|&|\))": "the model has no clock",
    r"#\s*include\s*<(thread|mutex|shared_mutex|atomic|future|condition_variable|stop_token|semaphore|latch|barrier)>":
        "threads belong to study/",
    r"\bstd::(jthread|thread|mutex|atomic\w*|async|future|promise)\b": "threads belong to study/",
    r"\bstd::execution\b": "threads belong to study/",
    r"\bthread_local\b": "the model has no global state",
    r"\bunordered_(multi)?(map|set)\b": "the order of an unordered container must never reach a result",
    r"\bstd::(cout|cerr|clog|cin)\b|\b(f|s)?printf\s*\(|#\s*include\s*<iostream>": "printing belongs to cli/",
    r"#\s*include\s*<sqlite3\.h>": "the result store belongs to study/",
}
"""Forbidden below study/, so that the model is a pure function and compiles to WebAssembly."""

FILES_OUTSIDE_SCENARIO = {
    r"#\s*include\s*<(fstream|filesystem)>|\bstd::([io]?fstream|filesystem)\b|\bf(re)?open\s*\(":
        "files are read and written by scenario/ only",
}

PURE_LAYERS = LAYERS.index("indicators")


def forbidden_calls(files):
    for file in files:
        if file.layer is None and file.ui_layer is None:
            continue
        forbidden = dict(NEVER)
        if file.layer is not None and file.layer <= PURE_LAYERS:
            forbidden |= UP_TO_INDICATORS
            if LAYERS[file.layer] != "scenario":
                forbidden |= FILES_OUTSIDE_SCENARIO
        for pattern, reason in forbidden.items():
            for match in re.finditer(pattern, file.code):
                found = match.group().strip()
                yield Violation(file.path, file.line_of(match.start()), "forbidden_call", f"{found}: {reason}")


STATIC = re.compile(r"\b(?:static|extern)\s[^;={(]*[;={]")
"""A static or extern variable: a function would have its parenthesis first."""
NO_VARIABLE = re.compile(
    r"^(namespace|using|typedef|class|struct|enum|union|template|friend|concept|requires|static_assert|static|extern"
    r"|inline namespace)\b|\boperator\b"
)


def namespace_declarations(code):
    """(offset, head) of each declaration in namespace scope; the head ends before its body, value or semicolon."""
    code = re.sub(r"^[ \t]*#(?:[^\n\\]|\\.)*", lambda match: re.sub(r"[^\n]", " ", match.group()), code,
                  flags=re.MULTILINE | re.DOTALL)
    depth, start = 0, 0  # depth counts braces other than a namespace's
    for match in re.finditer(r"[{};]", code):
        head = code[start:match.start()].strip()
        opens_namespace = match.group() == "{" and re.match(r"(inline )?namespace\b", head)
        if depth == 0 and re.match(r"[\w:\[]", head) and not opens_namespace:
            yield match.start() - len(code[start:match.start()].lstrip()), head.split("=")[0]
        if match.group() == "{" and not (depth == 0 and opens_namespace):
            depth += 1
        elif match.group() == "}":
            depth = max(0, depth - 1)
        start = match.end()


def global_state(files):
    for file in files:
        if file.layer is None or file.layer > PURE_LAYERS:
            continue
        variables = [(match.start(), match.group()) for match in STATIC.finditer(file.code)]
        variables += [(offset, head) for offset, head in namespace_declarations(file.code)
                      if not NO_VARIABLE.search(head) and "(" not in head]
        for offset, head in variables:
            if not re.search(r"\b(const|constexpr)\b", head):
                text = " ".join(head.split())
                yield Violation(file.path, file.line_of(offset), "global_state", f"mutable: {text[:80]}")


def length(files):
    for file in files:
        if file.is_cpp and len(file.lines) > LINES_ALLOWED:
            message = f"{len(file.lines)} lines; over {LINES_ALLOWED} needs a reason in allowed.txt"
            yield Violation(file.path, len(file.lines), "length", message)


def listed_sources(files):
    """Sources are listed, never globbed: a file that no list names would silently not be built."""
    lists = {file.path: file.text for file in files if file.path.endswith("CMakeLists.txt")}
    for path, text in lists.items():
        if re.search(r"\bfile\s*\(\s*GLOB", text):
            yield Violation(path, 1, "listed_sources", "sources are listed, not globbed")
    for file in files:
        if not file.path.endswith(".cpp"):
            continue
        if file.path.startswith("tests/"):
            home, name = "tests/CMakeLists.txt", file.path[len("tests/"):]
        else:
            folder, _, name = file.path.rpartition("/")
            home = folder + "/CMakeLists.txt"
        if not re.search(rf"(?<![\w/]){re.escape(name)}(?!\w)", lists.get(home, "")):
            yield Violation(file.path, 1, "listed_sources", f"{home} does not list it")


EMPTY_WORD = re.compile(r"\b(?:class|struct|enum class)\s+(\w*(?:Manager|Helper|Utils?|Data|Info))\b(?!\s*;)")
EMPTY_FILE_NAME = re.compile(r"(^|_)(manager|helpers?|utils?|data|info|misc|common)\.[ch]pp$")


def names(files):
    for file in files:
        if not file.is_cpp:
            continue
        name = file.path.rpartition("/")[2]
        if not re.fullmatch(r"[a-z0-9_]+\.[ch]pp", name) or EMPTY_FILE_NAME.search(name):
            yield Violation(file.path, 1, "names", "a file is named snake_case after what it holds")
        for match in EMPTY_WORD.finditer(file.code):
            message = f"{match.group(1)}: the name says nothing about the domain"
            yield Violation(file.path, file.line_of(match.start()), "names", message)


RULES = [licence_line, pragma_once, direction_of_includes, direction_of_links, forbidden_calls, global_state, length,
         listed_sources, names]


# ---- exceptions --------------------------------------------------------------------------------------------------


def read_allowed(path):
    """{(path, rule): reason} from lines `path | rule | reason`."""
    allowed = {}
    if not path.is_file():
        return allowed
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            fields = [field.strip() for field in line.split("|")]
            if len(fields) != 3 or not all(fields):
                raise ValueError(f"{path}: not `path | rule | reason`: {line}")
            allowed[fields[0], fields[1]] = fields[2]
    return allowed


def violations(root):
    """Every violation in the tree that allowed.txt does not excuse, and every excuse that is no longer needed."""
    files = read_tree(root)
    found = sorted({violation for rule in RULES for violation in rule(files)})
    allowed_path = pathlib.Path(root) / "tests/architecture/allowed.txt"
    allowed = read_allowed(allowed_path)
    used = {(violation.path, violation.rule) for violation in found} & allowed.keys()
    stale = [Violation("tests/architecture/allowed.txt", 1, "stale_exception", f"{path} no longer needs {rule}")
             for path, rule in sorted(allowed.keys() - used)]
    return [violation for violation in found if (violation.path, violation.rule) not in used] + stale
