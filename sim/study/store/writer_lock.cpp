// SPDX-License-Identifier: MIT
#include "study/store/writer_lock.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <system_error>

#include "core/assert.hpp"
#include "scenario/fault_list.hpp"

namespace park::study {
namespace {

std::string reason(int error) { return std::generic_category().message(error); }

/// `process 123 on HOST`.
std::string this_process() {
  std::array<char, 256> host{};
  if (::gethostname(host.data(), host.size() - 1) != 0) host[0] = '?';
  return "process " + std::to_string(::getpid()) + " on " + host.data();
}

std::string holder(int descriptor) {
  std::array<char, 400> text{};
  const ssize_t count = ::pread(descriptor, text.data(), text.size(), 0);
  return count > 0 ? std::string(text.data(), static_cast<std::size_t>(count)) : "another process";
}

/// The holder before us may have removed the file after we opened it: then what we locked is nowhere.
bool is_still_there(int descriptor, const std::string& path) {
  struct stat ours {};
  struct stat there {};
  return ::fstat(descriptor, &ours) == 0 && ::stat(path.c_str(), &there) == 0 &&
         ours.st_ino == there.st_ino && ours.st_dev == there.st_dev;
}

}  // namespace

WriterLock::WriterLock(const std::string& path) : path_(path + ".lock") {
  const std::string name = shown(path, 300);
  while (true) {
    descriptor_ = ::open(path_.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
    if (descriptor_ < 0) throw WorldError("cannot write " + name + ": " + reason(errno));
    if (::flock(descriptor_, LOCK_EX | LOCK_NB) != 0) {
      const int error = errno;
      const std::string who = holder(descriptor_);
      ::close(descriptor_);
      if (error == EWOULDBLOCK)
        throw WorldError(std::string(name).append(" is being written by ").append(who));
      throw WorldError("cannot lock " + name + ": " + reason(error));
    }
    if (is_still_there(descriptor_, path_)) break;
    ::close(descriptor_);
  }
  const std::string who = this_process();
  if (::ftruncate(descriptor_, 0) != 0 ||
      ::pwrite(descriptor_, who.data(), who.size(), 0) != static_cast<ssize_t>(who.size())) {
    const int error = errno;
    ::unlink(path_.c_str());
    ::close(descriptor_);
    throw WorldError("cannot write " + name + ": " + reason(error));
  }
}

WriterLock::~WriterLock() {
  ::unlink(path_.c_str());
  ::close(descriptor_);
}

}  // namespace park::study
