/**
 * The in-memory account in JUnit 5 tests: a fresh one for each test, handed in as a parameter, and shown when a test fails.
 *
 * <pre>{@code
 * @ExtendWith(AmiExtension.class)
 * class BakingTest {
 *     @Test
 *     void imageIsFoundByItsName(Amis amis, InMemoryAws aws) {
 *         Image image = amis.create("web-1.0.0").fromInstance(aws.runInstance()).start().await();
 *
 *         assertThat(amis.find().ownedBySelf().named("web-*").latest()).isEqualTo(image);
 *     }
 * }
 * }</pre>
 */
@NullMarked
package dev.amis.testing.junit;

import org.jspecify.annotations.NullMarked;
