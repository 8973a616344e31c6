package dev.amis.plan;

import dev.amis.model.Region;
import dev.amis.model.ResourceId;

/**
 * What an image or snapshot costs that a plan decided about; an image pays its part of snapshots that several share.
 *
 * @param region its Region
 * @param id its id
 * @param perMonth what it costs per month, before the plan
 */
public record DecisionCost(Region region, ResourceId id, MonthlyCost perMonth) {}
