/**
 * Prediction by partial matching, PPMd variant H (D. Shkarin, 2001), with the range coders of RAR and of 7z.
 *
 * <p>Source: D. Shkarin, "PPM: one step to practicality", DCC 2002, and the public-domain description of variant H.
 */
@NullMarked
package jp.kiyome.archive.ppm;

import org.jspecify.annotations.NullMarked;
