// Package viper stands for the library of this name.
package viper

func SetConfigFile(in string) {}

func ReadInConfig() error { return nil }

func GetString(key string) string { return key }

func GetInt(key string) int { return len(key) }
