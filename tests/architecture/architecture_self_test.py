# SPDX-License-Identifier: MIT
"""Plants one violation of each kind into a small clean tree and expects exactly that one to be found."""
import pathlib
import tempfile
import unittest

from architecture import LINES_ALLOWED, violations

CPP = "// SPDX-License-Identifier: MIT\n"
HPP = CPP + "#pragma once\n\n"
CMAKE = "# SPDX-License-Identifier: MIT\n"

CLEAN_TREE = {
    "sim/core/ids.hpp": HPP + "#include <cstdint>\n\nnamespace park {\n\ninline constexpr int none = -1;\n\n}\n",
    "sim/core/ids.cpp": CPP + '#include "core/ids.hpp"\n\nstatic int next(int id) { return id + 1; }\n',
    "sim/core/CMakeLists.txt": CMAKE + "park_library(park_core SOURCES ids.cpp)\n",
    "sim/rules/land.hpp": HPP + '#include "core/ids.hpp"\n// std::thread, rand() in a comment are no fault\n',
    "sim/rules/CMakeLists.txt": CMAKE + "park_library(park_rules SOURCES LINK park_core)\n",
    "sim/simulation.hpp": HPP + '#include "rules/land.hpp"\n',
    "sim/study/runner.hpp": HPP + '#include <chrono>\n#include <thread>\n#include "simulation.hpp"\n',
    "sim/scenario/load.hpp": HPP + '#include <filesystem>\nconstexpr auto text = "rand()";\n',
    "ui/session/session.hpp": HPP + '#include "simulation.hpp"\n#include "study/runner.hpp"\n',
    "ui/panels/levers.hpp": HPP + '#include <SFML/Graphics.hpp>\n#include <imgui.h>\n#include "session/session.hpp"\n',
    "tests/CMakeLists.txt": CMAKE + "park_tests(park_unit_tests SOURCES unit/core/ids_test.cpp)\n",
    "tests/unit/core/ids_test.cpp": CPP + '#include "core/ids.hpp"\n',
}


class Architecture(unittest.TestCase):
    def found(self, changes):
        """(path, rule) of each violation in the clean tree with `changes` (path: text) applied."""
        with tempfile.TemporaryDirectory() as folder:
            for path, text in (CLEAN_TREE | changes).items():
                file = pathlib.Path(folder, path)
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_text(text, encoding="utf-8")
            return [(violation.path, violation.rule) for violation in violations(folder)]

    def expect(self, path, text, rule):
        self.assertEqual(self.found({path: text}), [(path, rule)], msg=text)

    def test_the_clean_tree_is_clean(self):
        self.assertEqual(self.found({}), [])

    def test_includes_point_down(self):
        self.expect("sim/core/ids.hpp", HPP + '#include "rules/land.hpp"\n', "direction")
        self.expect("sim/rules/land.hpp", HPP + '#include "simulation.hpp"\n', "direction")
        self.expect("sim/simulation.hpp", HPP + '#include "study/runner.hpp"\n', "direction")
        self.expect("sim/study/runner.hpp", HPP + '#include "core/nowhere.hpp"\n', "direction")

    def test_the_window_looks_down_only(self):
        self.expect("ui/session/session.hpp", HPP + '#include "panels/levers.hpp"\n', "direction")
        self.expect("ui/session/session.hpp", HPP + '#include "map/nowhere.hpp"\n', "direction")
        self.expect("ui/session/session.hpp", HPP + "#include <SFML/Graphics.hpp>\n", "library")
        self.expect("ui/session/session.hpp", HPP + "#include <imgui.h>\n", "library")
        self.expect("sim/study/runner.hpp", HPP + '#include "session/session.hpp"\n', "direction")
        self.expect("ui/panels/levers.hpp", HPP + "int x = rand();\n", "forbidden_call")

    def test_links_point_down(self):
        self.expect("sim/core/CMakeLists.txt", CMAKE + "park_library(park_core SOURCES ids.cpp LINK park_rules)\n",
                    "direction")

    def test_libraries_stay_in_their_layers(self):
        self.expect("sim/core/ids.hpp", HPP + "#include <nlohmann/json.hpp>\n", "library")
        self.expect("sim/study/runner.hpp", HPP + "#include <CLI/CLI.hpp>\n", "library")
        self.expect("sim/rules/land.hpp", HPP + "#include <eigen3/Eigen/Core>\n", "library")

    def test_chance_and_time_come_from_the_model(self):
        for line in ("std::random_device device;", "std::mt19937_64 engine;", "int x = rand();",
                     "std::normal_distribution<double> normal;", "std::shuffle(a, b, c);",
                     "auto t = std::chrono::steady_clock::now();", "auto t = time(nullptr);",
                     "std::jthread worker;", "std::atomic<int> count;", "std::unordered_map<int, int> map;",
                     'std::cout << "x";', 'std::ofstream out("x");', 'auto* f = fopen("x", "r");'):
            self.expect("sim/rules/land.hpp", HPP + "inline void f() {\n  " + line + "\n}\n", "forbidden_call")

    def test_streams_are_the_models_everywhere(self):
        self.expect("sim/study/runner.hpp", HPP + "#include <random>\n", "forbidden_call")

    def test_no_global_state(self):
        for line in ("int counter = 0;", "std::vector<int> cache;", "inline double rate{1};", "extern int seen;",
                     "static bool warned = false;", "inline int f() {\n  static int calls = 0;\n  return ++calls;\n}"):
            self.expect("sim/rules/land.hpp", HPP + line + "\n", "global_state")
        self.expect("sim/rules/land.hpp", HPP + "inline int f() {\n  thread_local int calls;\n}\n", "forbidden_call")

    def test_what_looks_like_global_state_and_is_none(self):
        for line in ("constexpr int months = 12;", "using Money = double;", "struct Parcel {\n  double area = 0;\n};",
                     "static double half(double x) { return x / 2; }", "template <class T>\nT same(T x) { return x; }",
                     "const std::array<int, 2> pair = {1, 2};", "double\nlong_name(int x) { return x; }",
                     "inline int f() {\n  static const int table = 3;\n  return table;\n}"):
            self.assertEqual(self.found({"sim/rules/land.hpp": HPP + line + "\n"}), [], msg=line)

    def test_long_files_need_a_reason_and_reasons_go_stale(self):
        long = HPP + "\n" * LINES_ALLOWED
        reason = "# SPDX-License-Identifier: MIT\nsim/rules/land.hpp | length | a table\n"
        self.expect("sim/rules/land.hpp", long, "length")
        allowed = "tests/architecture/allowed.txt"
        self.assertEqual(self.found({"sim/rules/land.hpp": long, allowed: reason}), [])
        self.assertEqual(self.found({allowed: reason}), [(allowed, "stale_exception")])

    def test_every_source_is_listed(self):
        self.expect("sim/core/calendar.cpp", CPP, "listed_sources")
        self.expect("tests/unit/core/calendar_test.cpp", CPP, "listed_sources")
        self.expect("sim/rules/CMakeLists.txt", CMAKE + "file(GLOB all *.cpp)\n", "listed_sources")

    def test_first_lines_and_names(self):
        self.expect("sim/rules/land.hpp", "#pragma once\n\n", "licence_line")
        self.expect("sim/rules/land.hpp", CPP + "int f(int x);\n", "pragma_once")
        self.expect("sim/rules/land.hpp", HPP + "class FloorManager {};\n", "names")
        self.expect("sim/rules/land_utils.hpp", HPP, "names")


if __name__ == "__main__":
    unittest.main(argv=["architecture_self_test"])
