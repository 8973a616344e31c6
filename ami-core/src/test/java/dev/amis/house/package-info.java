/**
 * The rules of the house as tests: what may depend on what, what may read a clock, what is public.
 *
 * <p>Each module applies them to itself; the other modules get this package as the test jar of ami-core.
 *
 * <pre>{@code
 * @AnalyzeClasses(locations = MainClasses.class)
 * class ArchitectureTest {
 *     @ArchTest
 *     static final ArchTests EVERYWHERE = ArchTests.in(HouseRules.class);
 * }
 * }</pre>
 */
@NullMarked
package dev.amis.house;

import org.jspecify.annotations.NullMarked;
