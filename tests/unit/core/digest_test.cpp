// SPDX-License-Identifier: MIT
#include "core/digest.hpp"

#include <gtest/gtest.h>

#include <cstdint>
#include <initializer_list>
#include <set>
#include <string_view>

namespace park {
namespace {

template <class Kind = Digest>
std::uint64_t digest_of(std::initializer_list<std::uint64_t> words) {
  Kind digest;
  for (const std::uint64_t word : words) digest.add(word);
  return digest.value();
}

std::uint64_t digest_of_texts(std::initializer_list<std::string_view> texts) {
  Digest digest;
  for (const std::string_view text : texts) digest.add(text);
  return digest.value();
}

template <class Kind>
class EveryDigest : public testing::Test {};
using Kinds = testing::Types<Digest, LongDigest>;
TYPED_TEST_SUITE(EveryDigest, Kinds);

TYPED_TEST(EveryDigest, IsEqualForEqualSequences) {
  EXPECT_EQ(digest_of<TypeParam>({1, 2, 3}), digest_of<TypeParam>({1, 2, 3}));
}

TYPED_TEST(EveryDigest, SeesOrderLengthAndValue) {
  EXPECT_NE(digest_of<TypeParam>({1, 2}), digest_of<TypeParam>({2, 1}));
  EXPECT_NE(digest_of<TypeParam>({1}), digest_of<TypeParam>({1, 0}));
  EXPECT_NE(digest_of<TypeParam>({0}), digest_of<TypeParam>({}));
  EXPECT_NE(digest_of<TypeParam>({0}), digest_of<TypeParam>({0, 0}));
  EXPECT_NE(digest_of<TypeParam>({1, 2}), digest_of<TypeParam>({1, 3}));
}

TEST(Digest, SeesWhereOneTextEnds) {
  EXPECT_NE(digest_of_texts({"ab", "c"}), digest_of_texts({"a", "bc"}));
  EXPECT_NE(digest_of_texts({"", "a"}), digest_of_texts({"a", ""}));
  EXPECT_NE(digest_of_texts({}), digest_of_texts({""}));
  EXPECT_EQ(digest_of_texts({"福绵"}), digest_of_texts({"福绵"}));
}

TEST(Digest, SeesTheLastBitOfANumber) {
  const auto digest_of_number = [](double number) {
    Digest digest;
    digest.add(number);
    return digest.value();
  };
  EXPECT_NE(digest_of_number(0.1 + 0.2), digest_of_number(0.3));
  EXPECT_NE(digest_of_number(0.0), digest_of_number(-0.0));
}

/// Stored results depend on these. One zero gives splitmix64's published first output for seed 0; the other
/// was worked outside this program.
TEST(Digest, KeepsItsValues) {
  EXPECT_EQ(to_hex(digest_of({})), "0000000000000000");
  EXPECT_EQ(to_hex(digest_of({0})), "e220a8397b1dcdaf");
  EXPECT_EQ(to_hex(digest_of({1, 2, 3})), "eabcfa2c623c5a59");
}

TEST(Digest, SpreadsNeighbours) {
  std::set<std::uint64_t> values;
  for (std::uint64_t word = 0; word < 10'000; ++word) values.insert(digest_of({word}));
  EXPECT_EQ(values.size(), 10'000U);
}

/// Two words exchanged, or one bit moved from word to word, among many small numbers.
TEST(LongDigest, SpreadsNeighbours) {
  std::set<std::uint64_t> values;
  std::size_t sequences = 0;
  for (std::uint64_t first = 0; first < 40; ++first) {
    for (std::uint64_t second = 0; second < 40; ++second) {
      for (const std::uint64_t third : {0U, 1U, 2U}) {
        values.insert(digest_of<LongDigest>({first, second, third}));
        ++sequences;
      }
    }
  }
  EXPECT_EQ(values.size(), sequences);
}

/// Worked outside this program.
TEST(LongDigest, KeepsItsValues) {
  EXPECT_EQ(to_hex(digest_of<LongDigest>({})), "0000000000000000");
  EXPECT_EQ(to_hex(digest_of<LongDigest>({0})), "0397ab29740681d9");
  EXPECT_EQ(to_hex(digest_of<LongDigest>({1, 2, 3})), "a2bad5fecb82e05a");
}

TEST(ToHex, HasSixteenDigits) {
  EXPECT_EQ(to_hex(0), "0000000000000000");
  EXPECT_EQ(to_hex(0x0123456789abcdefU), "0123456789abcdef");
  EXPECT_EQ(to_hex(0xffffffffffffffffU), "ffffffffffffffff");
}

}  // namespace
}  // namespace park
