// SPDX-License-Identifier: MIT
#include "study/store/result_store.hpp"

#include <chrono>
#include <condition_variable>
#include <ctime>
#include <exception>
#include <limits>
#include <mutex>
#include <thread>

#include "scenario/fault_list.hpp"
#include "study/store/fingerprint.hpp"
#include "study/store/store_layout.hpp"
#include "study/store/writer_lock.hpp"

namespace park::study {
namespace {

/// A row waits at most this long for others to be committed with it.
constexpr std::chrono::milliseconds gathering_time(200);
constexpr std::size_t batch_rows = 5000;
constexpr std::size_t most_waiting_rows = 50000;

double thread_seconds() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

/// What keeps a store from going on as this study.
Problems obstacles(const std::string& path, const StoreHeader& found, const StoreHeader& wanted) {
  Problems problems;
  FaultList faults(path, problems);
  if (found.document != wanted.document) {
    for (const std::string& member : differing_members(wanted.document, found.document))
      faults.add(pointer_to("", member), "what the study has now",
                 "what it had when these results were begun");
    if (problems.empty()) faults.add("/", "the same study", "another one");
  }
  if (found.shard != wanted.shard)
    faults.add("/shard", "--shard " + to_string(wanted.shard), to_string(found.shard));
  if (found.fingerprint != wanted.fingerprint) {
    faults.add("/fingerprint",
               wanted.fingerprint +
                   ", as exp, log and pow of this machine's C library give; two kinds are "
                   "not mixed in one study",
               found.fingerprint);
  }
  return problems;
}

}  // namespace

/// The thread that alone touches the database while runs go on.
class ResultStore::Writer {
 public:
  Writer(std::unique_ptr<WriterLock> lock, std::unique_ptr<Database> database, StudyOutline outline)
      : lock_(std::move(lock)),
        database_(std::move(database)),
        outline_(std::move(outline)),
        cells_(outline_.cells()),
        inserter_(std::make_unique<RowInserter>(*database_, outline_)) {
    read_done();
    thread_ = std::thread([this] { work(); });
  }

  ~Writer() {
    {
      const std::lock_guard guard(mutex_);
      is_stopping_ = true;
    }
    changed_.notify_all();
    thread_.join();
    inserter_.reset();
    leave_alone(*database_);
  }
  Writer(const Writer&) = delete;
  Writer& operator=(const Writer&) = delete;

  void add(RunRow row) {
    std::unique_lock guard(mutex_);
    changed_.wait(guard, [&] { return failure_ || waiting_.size() < most_waiting_rows; });
    if (failure_) std::rethrow_exception(failure_);
    waiting_.push_back(std::move(row));
    ++handed_over_;
    if (waiting_.size() == 1 || waiting_.size() >= batch_rows) changed_.notify_all();
  }

  void flush() {
    std::unique_lock guard(mutex_);
    ++flushing_;
    changed_.notify_all();
    changed_.wait(guard, [&] { return failure_ || committed_ == handed_over_; });
    --flushing_;
    if (failure_) std::rethrow_exception(failure_);
  }

  [[nodiscard]] const std::vector<bool>& done() const { return done_; }
  [[nodiscard]] Database& database() { return *database_; }
  [[nodiscard]] const StudyOutline& outline() const { return outline_; }
  [[nodiscard]] std::uint64_t cells() const { return cells_; }
  [[nodiscard]] double seconds_writing() const {
    const std::lock_guard guard(mutex_);
    return seconds_writing_;
  }

 private:
  void read_done() {
    Statement last(*database_, "SELECT max(id) FROM runs");
    if (!last.step()) return;
    Statement ids(*database_, "SELECT id FROM runs");
    while (ids.step()) {
      if (done_.empty()) done_.resize(static_cast<std::size_t>(last.whole(0)) + 1);
      done_[static_cast<std::size_t>(ids.whole(0))] = true;
    }
  }

  void work() noexcept {
    try {
      while (take_and_commit()) {
      }
    } catch (...) {
      const std::lock_guard guard(mutex_);
      failure_ = std::current_exception();
    }
    changed_.notify_all();
  }

  /// False: nothing is left and no more will come.
  bool take_and_commit() {
    std::vector<RunRow> rows;
    {
      std::unique_lock guard(mutex_);
      changed_.wait(guard, [&] { return is_stopping_ || !waiting_.empty(); });
      if (waiting_.empty()) return false;
      changed_.wait_for(guard, gathering_time,
                        [&] { return is_stopping_ || flushing_ > 0 || waiting_.size() >= batch_rows; });
      rows.swap(waiting_);
    }
    changed_.notify_all();
    const double begun = thread_seconds();
    database_->execute("BEGIN IMMEDIATE");
    for (const RunRow& row : rows) inserter_->insert(row);
    database_->execute("COMMIT");
    {
      const std::lock_guard guard(mutex_);
      committed_ += rows.size();
      seconds_writing_ += thread_seconds() - begun;
    }
    changed_.notify_all();
    return true;
  }

  std::unique_ptr<WriterLock> lock_;
  std::unique_ptr<Database> database_;
  StudyOutline outline_;
  std::uint64_t cells_;
  std::unique_ptr<RowInserter> inserter_;
  std::vector<bool> done_;
  mutable std::mutex mutex_;
  std::condition_variable changed_;
  std::vector<RunRow> waiting_;
  std::uint64_t handed_over_ = 0;
  std::uint64_t committed_ = 0;
  int flushing_ = 0;
  bool is_stopping_ = false;
  double seconds_writing_ = 0;
  std::exception_ptr failure_;
  std::thread thread_;
};

Checked<std::unique_ptr<ResultStore>> ResultStore::open(const std::string& path, const Study& study,
                                                        const Shard& shard, bool may_resume) {
  const FileState state = state_of(path);
  const auto refused = [&](const char* expected, const char* got) {
    return Problems{{path, "/", expected, got}};
  };
  if (state == FileState::Other) return refused("a new file, or results of a study", "something else");
  auto lock = std::make_unique<WriterLock>(path);
  auto database = std::make_unique<Database>(path, Database::Mode::Create);
  prepare_for_writing(*database);
  const StoreHeader wanted{study.document, mathematics_fingerprint(), shard, false};
  if (const auto found = read_header(*database)) {
    if (!may_resume) return refused("a new file, or --resume to go on with it", "results of a study");
    Problems problems = obstacles(path, *found, wanted);
    if (!problems.empty()) return problems;
  } else {
    Statement tables(*database, "SELECT count(*) FROM sqlite_master");
    if (tables.step() && tables.whole(0) > 0) return refused("results of a study", "another database");
    tables.reset();
    database->execute("BEGIN IMMEDIATE");
    create_tables(*database, study.outline, wanted);
    database->execute("COMMIT");
  }
  auto writer = std::make_unique<Writer>(std::move(lock), std::move(database), study.outline);
  return std::unique_ptr<ResultStore>(new ResultStore(std::move(writer)));
}

ResultStore::ResultStore(std::unique_ptr<Writer> writer) : writer_(std::move(writer)) {}
ResultStore::~ResultStore() = default;

void ResultStore::add(RunRow row) { writer_->add(std::move(row)); }
void ResultStore::flush() { writer_->flush(); }
const std::vector<bool>& ResultStore::done() const { return writer_->done(); }
double ResultStore::seconds_writing() const { return writer_->seconds_writing(); }

std::vector<double> ResultStore::outcome_of(std::uint64_t point, std::uint64_t scenario, std::size_t outcome,
                                            int replications) {
  writer_->flush();
  const StudyOutline& outline = writer_->outline();
  Statement value(writer_->database(),
                  "SELECT " + quoted_name(outline.outcomes[outcome].name) + " FROM runs WHERE id = ?");
  std::vector<double> values;
  for (int r = 0; r < replications; ++r) {
    const RunPlace place{point, scenario, static_cast<std::uint64_t>(r)};
    value.bind(1, static_cast<std::int64_t>(place.number(outline, writer_->cells())));
    values.push_back(value.step() ? value.real(0) : std::numeric_limits<double>::quiet_NaN());
    value.reset();
  }
  return values;
}

std::uint64_t ResultStore::failures() {
  writer_->flush();
  Statement count(writer_->database(), "SELECT count(*) FROM runs WHERE status != 'ok'");
  return count.step() ? static_cast<std::uint64_t>(count.whole(0)) : 0;
}

void ResultStore::alongside(const std::function<void(Database&)>& change) {
  writer_->flush();
  Database& database = writer_->database();
  database.execute("BEGIN IMMEDIATE");
  change(database);
  database.execute("COMMIT");
}

void ResultStore::set_complete() {
  writer_->flush();
  write_completeness(writer_->database(), true);
}

}  // namespace park::study
