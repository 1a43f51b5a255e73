<?php
/**
 * Plugin Name: Dân vận khéo
 * Description: Đặt các tiện ích Dân vận khéo lên trang bằng mã ngắn, ví dụ [dvk widget="complaint-tracker"].
 * Version: 1.0.0
 * Requires at least: 6.0
 * Requires PHP: 7.4
 * License: MIT
 */

defined( 'ABSPATH' ) || exit;

/** Tiện ích và những thuộc tính mà người viết bài được đặt. Địa chỉ API thì không: một bài viết không được chỉ người dân đi nơi khác. */
const DVK_WIDGETS = array(
	'audit'              => array( 'density', 'form-of-address', 'paper-heading', 'paper-issuer', 'record-id', 'sync-url' ),
	'case-desk'          => array( 'density', 'form-of-address', 'paper-heading', 'paper-issuer', 'record-id', 'sync-url' ),
	'case-form'          => array( 'density', 'form-of-address', 'paper-heading', 'paper-issuer', 'shared-device', 'tracker-url' ),
	'complaint-tracker'  => array( 'density', 'form-of-address', 'own-cases', 'paper-heading', 'paper-issuer', 'shared-device' ),
	'model-registration' => array( 'density', 'form-of-address', 'model-id', 'paper-heading', 'paper-issuer', 'scorecard-url' ),
	'notices'            => array( 'density', 'form-of-address', 'inline', 'interval', 'open', 'paper-heading', 'paper-issuer' ),
	'people'             => array( 'density', 'form-of-address', 'paper-heading', 'paper-issuer', 'record-id', 'sync-url' ),
	'rubrics'            => array( 'density', 'form-of-address', 'paper-heading', 'paper-issuer', 'record-id', 'sync-url' ),
	'scorecard'          => array( 'density', 'form-of-address', 'paper-heading', 'paper-issuer', 'record-id', 'sync-url' ),
	'settings'           => array( 'density', 'form-of-address', 'paper-heading', 'paper-issuer', 'setting', 'sync-url' ),
	'units'              => array( 'density', 'form-of-address', 'on', 'paper-heading', 'paper-issuer', 'record-id', 'sync-url', 'tree' ),
);

/** Nơi có API: DVK_API trong wp-config.php; không có thì cùng máy chủ với trang. */
function dvk_api(): string {
	return defined( 'DVK_API' ) ? DVK_API : '/';
}

/**
 * [dvk widget="case-form" shared-device] → <dvk-case-form base-url="…" shared-device></dvk-case-form>; điều ghi giữa [dvk …] và [/dvk] hiện ra
 * cho đến khi tiện ích có gì để hiện.
 */
function dvk_shortcode( $given, $content = '' ): string {
	$given  = (array) $given;
	$widget = $given['widget'] ?? '';
	if ( ! isset( DVK_WIDGETS[ $widget ] ) ) {
		// Người xem trang không cần biết; người sửa bài thì cần.
		return current_user_can( 'edit_posts' )
			? '[dvk]: widget="' . esc_html( $widget ) . '" không có; hãy dùng ' . implode( ', ', array_keys( DVK_WIDGETS ) ) . '.'
			: '';
	}
	$english    = 0 === strpos( get_locale(), 'en' );
	$attributes = array(
		'base-url' => dvk_api(),
		'lang'     => $english ? 'en' : 'vi',
	);
	foreach ( DVK_WIDGETS[ $widget ] as $name ) {
		// Thuộc tính không có giá trị đứng trong mảng với số thứ tự.
		if ( isset( $given[ $name ] ) ) {
			$attributes[ $name ] = $given[ $name ];
		} elseif ( in_array( $name, $given, true ) ) {
			$attributes[ $name ] = '';
		}
	}
	$file = 'files/dvk-' . $widget . ( $english ? '-en' : '' ) . '.js';
	wp_enqueue_script( 'dvk-' . $widget, plugins_url( $file, __FILE__ ), array(), (string) filemtime( __DIR__ . '/' . $file ), true );
	foreach ( array( 'reserve', 'paper' ) as $name ) {
		wp_enqueue_style( 'dvk-' . $name, plugins_url( 'files/' . $name . '.css', __FILE__ ), array(), null );
	}

	$html = '<dvk-' . $widget;
	foreach ( $attributes as $name => $value ) {
		$html .= ' ' . $name . '="' . esc_attr( $value ) . '"';
	}
	return $html . '>' . wp_kses_post( (string) $content ) . '</dvk-' . $widget . '>';
}
add_shortcode( 'dvk', 'dvk_shortcode' );

/** Các tệp là mô-đun: WordPress trước bản 6.5 chưa có cách nói điều đó. */
function dvk_as_module( string $tag, string $handle, string $src ): string {
	return 0 === strpos( $handle, 'dvk-' ) ? wp_get_script_tag( array( 'type' => 'module', 'src' => $src ) ) : $tag;
}
add_filter( 'script_loader_tag', 'dvk_as_module', 10, 3 );
