/**
 * Proving that an image boots. {@link dev.amis.verify.VerifyImage} launches test instances, waits for their status checks,
 * runs commands on them, keeps what they printed and ends them; {@link dev.amis.verify.DiagnoseImage} says before that what
 * would keep an image from being launched, and {@link dev.amis.verify.DiagnoseInstance} after it why an instance did not come up.
 * All answer with values, and pointers and copies can demand one that says the image passed.
 *
 * <pre>{@code
 * Diagnosis before = amis.diagnose(image).on(InstanceType.of("m7g.large")).run();
 * Verification gate = amis.verify(image).on(InstanceType.of("m7g.large")).check("nginx", "curl -fsS localhost").run();
 * gate.orThrow();
 * }</pre>
 */
@NullMarked
package dev.amis.verify;

import org.jspecify.annotations.NullMarked;
