// SPDX-License-Identifier: MIT
#include "map/land_painter.hpp"

#include <algorithm>
#include <cmath>

#include "map/ground_painter.hpp"

namespace park::ui {
namespace {

bool is_field(LegalState state) { return state <= LegalState::Unapproved; }

class LandPainter {
 public:
  LandPainter(Mesh& mesh, const Projection& projection, const MapColors& colors, bool by_law,
              const CategorySet& hidden)
      : mesh_(mesh), projection_(projection), colors_(colors), by_law_(by_law), hidden_(hidden) {}

  [[nodiscard]] Color color_of(LegalState state) const {
    if (by_law_) {
      return hidden_.test(category_of(state)) ? colors_.paved
                                              : colors_.legal[static_cast<std::size_t>(state)];
    }
    switch (state) {
      case LegalState::Protected:
      case LegalState::Unapproved:
        return colors_.field;
      case LegalState::Approved:
        return mixed(colors_.field, colors_.earth, 0.5);
      case LegalState::Expropriated:
        return colors_.earth;
      case LegalState::Supplied:
        return colors_.graded;
      case LegalState::Idle:
        return colors_.waste;
      default:
        return colors_.paved;
    }
  }

  void fill(const std::vector<PointM>& triangles, Color color) {
    fill_inside(mesh_, projection_, triangles, ink(color));
  }

  void whole(const GroundArea& area, LegalState before, LegalState after, double share) {
    fill(area.triangles, mixed(color_of(before), color_of(after), share));
    const LegalState state = share < 0.5 ? before : after;
    if (is_field(state)) {
      hatch_area(mesh_, projection_, area, area.furrows, 5, 1.1F, ink(colors_.furrow, by_law_ ? 0.5 : 0.8));
    } else if (state == LegalState::Approved) {
      hatch_area(mesh_, projection_, area, area.furrows, 10, 1, ink(colors_.furrow, 0.5));
    }
  }

  void lot(const Lot& lot, Color color) {
    if (lot.empty()) return;
    fill(lot.triangles, color);
    fence(lot);
  }

  void fence(const Lot& lot) {
    if (projection_.camera().metres_per_pixel >= 2.2) return;
    mesh_.path(seen(projection_, lot.ring), 0.8F, ink(colors_.parcel_edge, 0.5), true);
  }

  /// The whole parcel in the colour of most of its lots, then those that differ.
  void lots(const GroundArea& area, const std::vector<CommonLot>& lots, const ParcelSight& before,
            const ParcelSight& after, double share) {
    std::vector<Color> paints;
    for (const CommonLot& lot : lots) {
      paints.push_back(mixed(color_of(state_of(lot, before)), color_of(state_of(lot, after)), share));
    }
    if (paints.empty()) return;
    const Color ground = *std::ranges::max_element(
        paints, {}, [&](const Color& paint) { return std::ranges::count(paints, paint); });
    fill(area.triangles, ground);
    for (std::size_t k = 0; k < lots.size(); ++k) {
      if (paints[k] != ground) fill(lots[k].lot.triangles, paints[k]);
      fence(lots[k].lot);
    }
  }

 private:
  Mesh& mesh_;
  const Projection& projection_;
  const MapColors& colors_;
  bool by_law_;
  const CategorySet& hidden_;
};

/// What has become of a lot that a block or plants take sooner or later.
LegalState state_of(const TakenLot& lot, const SitePlan& plan, const ParkChronicle& chronicle,
                    const ParkPicture& picture) {
  const LegalState open = std::min(picture.parcels[lot.parcel].state, LegalState::Expropriated);
  if (lot.block != no_index) {
    return chronicle.blocks()[lot.block].started_month <= picture.month ? LegalState::Used : open;
  }
  LegalState state = open;
  for (const std::uint32_t i : lot.plots) {
    const PlotSite& site = plan.plots[i];
    if (picture.month < site.from_month) break;
    state = LegalState::Idle;
    if (picture.month > site.to_month) continue;
    const PlantSight* plant = picture.find(site.plant);
    const bool is_built_on = plant != nullptr && plant->milestone >= Milestone::Started;
    return is_built_on ? LegalState::Used : LegalState::Supplied;
  }
  return state;
}

}  // namespace

Moment moment_at(const ParkChronicle& chronicle, double month) {
  const double cut = std::clamp(month, 0.0, static_cast<double>(chronicle.months()));
  const int whole = static_cast<int>(std::floor(cut));
  return {&chronicle.at(whole), &chronicle.at(whole + 1), cut - whole};
}

void paint_land(Mesh& mesh, const Projection& projection, const MapGround& ground, const SitePlan& plan,
                const ParkChronicle& chronicle, const Moment& moment, const MapColors& colors, bool by_law,
                const CategorySet& hidden) {
  LandPainter painter(mesh, projection, colors, by_law, hidden);
  const auto visible = [&](const GroundArea& area) { return projection.sees(area.middle, area.radius_m); };
  for (std::size_t p = 0; p < ground.parcels().size(); ++p) {
    const GroundArea& area = ground.parcels()[p];
    if (!visible(area)) continue;
    const ParcelSight& before = moment.before->parcels[p];
    const ParcelSight& after = moment.after->parcels[p];
    if (std::max(before.state, after.state) < LegalState::Expropriated) {
      painter.whole(area, before.state, after.state, moment.share);
      continue;
    }
    painter.lots(area, plan.parcels[p].lots, before, after, moment.share);
  }
  for (const TakenLot& taken : plan.taken) {
    if (moment.after->parcels[taken.parcel].state < LegalState::Expropriated) continue;
    const Color before = painter.color_of(state_of(taken, plan, chronicle, *moment.before));
    const Color after = painter.color_of(state_of(taken, plan, chronicle, *moment.after));
    painter.lot(taken.lot, mixed(before, after, moment.share));
  }
  const float width = projection.camera().metres_per_pixel < 2 ? 1.4F : 1.0F;
  for (const GroundArea& area : ground.parcels()) {
    if (visible(area)) mesh.path(seen(projection, area.ring), width, ink(colors.parcel_edge), true);
  }
}

}  // namespace park::ui
