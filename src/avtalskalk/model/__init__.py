"""What an agreement and its results are: data, validated where it comes in."""
