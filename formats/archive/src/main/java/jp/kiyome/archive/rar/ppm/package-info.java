/**
 * Prediction by partial matching, PPMd variant H (D. Shkarin, 2001), with the range coder that RAR uses.
 *
 * <p>Source: D. Shkarin, "PPM: one step to practicality", DCC 2002, and the public-domain description of variant H.
 */
@NullMarked
package jp.kiyome.archive.rar.ppm;

import org.jspecify.annotations.NullMarked;
