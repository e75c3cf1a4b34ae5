# SPDX-License-Identifier: MIT
"""Films by the command line: what ffprobe says of them, the same bytes twice, a film that was stopped, a disk that
is full, and what is refused.

film_test.py PARKVIEW FRAMES SOURCE FOLDER
"""
import json
import os
import pathlib
import resource
import shutil
import signal
import subprocess
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
from display import Display, run_on_display

PARKVIEW, FRAMES, SOURCE, FOLDER = sys.argv[1], sys.argv[2], pathlib.Path(sys.argv[3]), pathlib.Path(sys.argv[4])
SKIPPED = 77
SCREEN = "1920x1080"
SCENARIOS = [str(SOURCE / "scenarios/baseline.json"), str(SOURCE / "scenarios/whole_package.json")]
BOARD = FOLDER / "board.json"


class Failure(Exception):
    pass


def expect(holds, words):
    if not holds:
        raise Failure(words)


def brief(*options, scenarios=SCENARIOS, before=None):
    return run_on_display(PARKVIEW, "brief", *scenarios, "--replications", "4", *options, size=SCREEN,
                          capture_output=True, text=True, check=False, preexec_fn=before)


def write_board(chapters, seconds):
    """A film of chapters of so many seconds."""
    chapter = {"title": {"zh": "招商", "en": "Recruitment"},
               "caption": {"zh": "签约{firms_signed@now}。", "en": "Signed: {firms_signed@now}."},
               "months": ["start", 12], "seconds": seconds, "cards": ["firms_signed", "jobs"]}
    board = {"schema": "parksim/storyboard/1", "title": {"zh": "短片", "en": "A short film"},
             "chapters": [chapter] * chapters}
    BOARD.write_text(json.dumps(board, ensure_ascii=False), encoding="utf-8")


def probe(film):
    command = ["ffprobe", "-v", "error", "-select_streams", "v", "-count_frames", "-show_entries",
               "stream=codec_name,pix_fmt,width,height,r_frame_rate,nb_read_frames", "-of", "json", str(film)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    expect(done.stderr == "", f"ffprobe: {done.stderr}")
    return json.loads(done.stdout)["streams"][0]


def test_mp4_is_what_was_asked_for_and_the_same_twice():
    write_board(2, 1)
    films = []
    for name in ("one.mp4", "two.mp4"):
        done = brief("--storyboard", BOARD, "--size", "720p", "--fps", "60", "--out", FOLDER / name)
        expect(done.returncode == 0, done.stderr)
        films.append((FOLDER / name).read_bytes())
    stream = probe(FOLDER / "one.mp4")
    wanted = {"codec_name": "h264", "pix_fmt": "yuv420p", "width": 1280, "height": 720, "r_frame_rate": "60/1",
              "nb_read_frames": "120"}
    expect(stream == wanted, f"{stream}, not {wanted}")
    expect(films[0] == films[1], "the same film made twice differs")
    expect(not list(FOLDER.glob("*.part")), "a part of a film is left")


def test_gif_and_pictures():
    write_board(1, 1)
    done = brief("--storyboard", BOARD, "--size", "720p", "--out", FOLDER / "film.gif")
    expect(done.returncode == 0, done.stderr)
    stream = probe(FOLDER / "film.gif")
    expect((stream["codec_name"], stream["width"], stream["nb_read_frames"]) == ("gif", 960, "10"), str(stream))
    folder = FOLDER / "100% frames"
    done = brief("--storyboard", BOARD, "--size", "720p", "--out", folder)
    expect(done.returncode == 0, done.stderr)
    names = sorted(path.name for path in folder.iterdir())
    expect(names == [f"frame_{k:05}.png" for k in range(30)], str(names))


def test_stills_are_slides():
    folder = FOLDER / "slides"
    done = brief("--still", "2026-06", "--still", "2029-12", "--out", folder)
    expect(done.returncode == 0, done.stderr)
    for month in ("2026-06", "2029-12"):
        stream = probe(folder / f"still_{month}.png")
        expect((stream["width"], stream["height"]) == (1920, 1080), str(stream))
    done = brief("--still", "2040-01", "--out", FOLDER / "never.png")
    expect(done.returncode == 2 and "--still" in done.stderr, f"{done.returncode} {done.stderr}")


def test_what_was_stopped_can_be_played():
    write_board(50, 2)
    film = FOLDER / "stopped.mp4"
    part = FOLDER / "stopped.mp4.part"
    command = [PARKVIEW, "brief", *SCENARIOS, "--replications", "4", "--size", "720p", "--storyboard", str(BOARD),
               "--out", str(film)]
    with Display(SCREEN) as display:
        process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, start_new_session=True,
                                   env={**os.environ, "DISPLAY": display.name})
        while process.poll() is None and not (part.exists() and part.stat().st_size > 0):
            time.sleep(0.05)
        expect(process.poll() is None, f"ended by itself: {process.returncode}")
        # To the whole group, as a terminal does.
        os.killpg(process.pid, signal.SIGINT)
        _, errors = process.communicate(timeout=120)
        expect(process.returncode == 130, f"{process.returncode} {errors}")
    frames = int(probe(film)["nb_read_frames"])
    expect(0 < frames < 3000, f"{frames} frames")
    expect(not part.exists(), "a part of a film is left")


def test_a_full_disk_is_told():
    write_board(2, 2)
    film = FOLDER / "full.mp4"
    limit = 40_000
    done = brief("--storyboard", BOARD, "--out", film,
                 before=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit)))
    expect(done.returncode == 1, f"{done.returncode} {done.stderr}")
    expect("full.mp4 cannot be written" in done.stderr, done.stderr)
    expect(not film.exists() and not (FOLDER / "full.mp4.part").exists(), "something is left of it")
    done = brief("--storyboard", BOARD, "--out", "/proc/film.mp4")
    expect(done.returncode == 1 and "/proc/film.mp4 cannot be written" in done.stderr, done.stderr)


def test_frames_are_the_same_in_every_way():
    # The leak sanitizer's own tracer crashes over this many pictures' driver threads; leaks of the same code show in
    # the films above.
    environment = {**os.environ, "ASAN_OPTIONS": "detect_leaks=0"}
    done = run_on_display(FRAMES, *SCENARIOS, size=SCREEN, capture_output=True, text=True, check=False, env=environment)
    expect(done.returncode == 0, done.stderr)
    hashes = [line.split()[1] for line in done.stdout.splitlines()]
    expect(len(hashes) > 5 and len(set(hashes)) == len(hashes), f"frames alike: {hashes}")


def main():
    if missing := [tool for tool in ("Xvfb", "ffmpeg", "ffprobe") if shutil.which(tool) is None]:
        print("missing:", *missing)
        return SKIPPED
    shutil.rmtree(FOLDER, ignore_errors=True)
    FOLDER.mkdir(parents=True)
    failed = 0
    for name, test in list(globals().items()):
        if not name.startswith("test_"):
            continue
        try:
            test()
            print("ok    ", name)
        except (Failure, subprocess.SubprocessError, OSError) as failure:
            print("FAILED", name, failure)
            failed += 1
    return 1 if failed else 0


sys.exit(main())
